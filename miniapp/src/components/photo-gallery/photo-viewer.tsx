import { useEffect, useRef } from 'react'
import { isExpired } from '@/platform/file-url'
import { say } from '@/platform/messages'
import { previewPhotos } from '@/platform/preview'
import type { PhotoViewerProps } from './photo-gallery.types'

/** Hands over to WeChat's viewer, which does not tell when it cannot fetch a picture: looked at beforehand. */
export function PhotoViewer({ photos, index, onBroken, onClose }: PhotoViewerProps) {
  const isShown = useRef(false)
  useEffect(() => {
    if (isShown.current) return
    isShown.current = true
    const photo = photos[index]
    if (photo && isExpired(photo.url, new Date())) {
      onBroken(photo.id)
      say('照片正在刷新，请再点一次')
    } else {
      previewPhotos(
        photos.map(({ url }) => url),
        index,
      )
    }
    onClose()
  }, [photos, index, onBroken, onClose])
  return null
}
