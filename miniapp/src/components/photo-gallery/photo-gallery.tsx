import { useState } from 'react'
import { Box } from '../box/box'
import { Button } from '../button/button'
import { Picture } from '../picture/picture'
import type { ShownPhoto } from './photo-gallery.types'
import { PhotoViewer } from './photo-viewer'
import styles from './photo-gallery.module.scss'

interface PhotoGalleryProps {
  photos: readonly ShownPhoto[]
  /** Their URLs are too old: asks for the pictures again. */
  onStale: () => void
}

/** Thumbnails; a tap shows the whole picture. */
export function PhotoGallery({ photos, onStale }: PhotoGalleryProps) {
  const [shown, setShown] = useState<number>()
  const [broken, setBroken] = useState<readonly string[]>([])
  /** Asked for again by themselves, once each; after that by hand, or a lost file would ask for ever. */
  const [asked, setAsked] = useState<readonly string[]>([])

  function onBroken(id: string, url: string) {
    setBroken((before) => [...before, url])
    if (asked.includes(id)) return
    // The others are as old, and fail in the same moment.
    setAsked(photos.map((photo) => photo.id))
    onStale()
  }

  return (
    <>
      <Box as="ul" className={styles.gallery}>
        {photos.map(({ id, thumbnailUrl, alt }, index) => (
          <Box as="li" key={id} className={styles.item}>
            {broken.includes(thumbnailUrl) ? (
              <Button kind="plain" size="small" label={`${alt}没有打开，再试一次`} onPress={onStale}>
                没有打开，再试
              </Button>
            ) : (
              <Picture
                url={thumbnailUrl}
                alt={alt}
                onPress={() => setShown(index)}
                onBroken={() => onBroken(id, thumbnailUrl)}
              />
            )}
          </Box>
        ))}
      </Box>
      {shown !== undefined && (
        <PhotoViewer
          photos={photos}
          index={shown}
          onBroken={(id) => onBroken(id, '')}
          onClose={() => setShown(undefined)}
        />
      )}
    </>
  )
}
