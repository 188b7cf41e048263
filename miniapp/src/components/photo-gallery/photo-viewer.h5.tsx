import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Button } from '../button/button'
import type { PhotoViewerProps } from './photo-gallery.types'
import styles from './photo-gallery.module.scss'

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

/** The whole picture over the page; the browser keeps the focus inside and gives it back. */
export function PhotoViewer({ photos, index, onBroken, onClose }: PhotoViewerProps) {
  const element = useRef<HTMLDialogElement>(null)
  const [at, setAt] = useState(index)
  const [brokenUrl, setBrokenUrl] = useState<string>()
  useLayoutEffect(() => {
    const dialog = element.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  const photo = photos[at]
  // Around the ends: a button that is switched off there would lose the focus, and with it the arrows.
  const go = (step: number) => setAt((before) => (before + step + photos.length) % photos.length)

  function onKeyDown(event: KeyboardEvent) {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    go(step)
  }

  if (!photo) return null
  return (
    <dialog
      ref={element}
      className={styles.viewer}
      aria-label={photo.alt}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className={styles.bar}>
        <p className={styles.caption} role="status">
          {photo.alt}
        </p>
        <Button size="small" onPress={onClose}>
          关闭
        </Button>
      </div>
      {brokenUrl === photo.url ? (
        <p className={styles.gone}>照片没有打开，请关闭后再试</p>
      ) : (
        <img
          key={photo.url}
          src={photo.url}
          alt={photo.alt}
          className={styles.full}
          onError={() => {
            setBrokenUrl(photo.url)
            onBroken(photo.id)
          }}
        />
      )}
      {photos.length > 1 && (
        <div className={styles.steps}>
          <Button size="small" onPress={() => go(-1)}>
            上一张
          </Button>
          <Button size="small" onPress={() => go(1)}>
            下一张
          </Button>
        </div>
      )}
    </dialog>
  )
}
