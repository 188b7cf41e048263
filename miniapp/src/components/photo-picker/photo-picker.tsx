import { maxAttachments } from '@xinban/shared/domain'
import { useEffect, useRef, useState } from 'react'
import { choosePhotos, type PhotoSource } from '@/platform/choose-photos'
import { Box } from '../box/box'
import { Button } from '../button/button'
import { PhotoFrame } from './photo-frame'
import type { PhotoPickerProps } from './photo-picker.types'
import styles from './photo-picker.module.scss'

const denied = '没能打开相机或相册。请点右上角“…”→“设置”，允许使用后再试'

/** Pictures of a form, by WeChat's camera and album. */
export function PhotoPicker(props: PhotoPickerProps) {
  const { id, photos, isCameraFirst } = props
  const [isDenied, setDenied] = useState(false)

  async function add(source: PhotoSource) {
    const picked = await choosePhotos(maxAttachments - photos.list.length, source)
    setDenied(picked === undefined)
    if (picked && picked.length > 0) photos.tray.add(picked)
  }

  const isOpened = useRef(false)
  useEffect(() => {
    if (!isCameraFirst || isOpened.current) return
    isOpened.current = true
    if (photos.list.length === 0) void add('camera')
  })

  return (
    <Box id={id}>
      <PhotoFrame {...props}>
        <Button size="small" onPress={() => void add(isCameraFirst ? 'camera' : 'any')}>
          {isCameraFirst ? '拍照' : '添加照片'}
        </Button>
        {isCameraFirst && (
          <Button size="small" onPress={() => void add('album')}>
            从相册选
          </Button>
        )}
        {isDenied && (
          <Box className={styles.problem} role="alert">
            {denied}
          </Box>
        )}
      </PhotoFrame>
    </Box>
  )
}
