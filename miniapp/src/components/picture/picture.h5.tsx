import type { PictureProps } from './picture.types'
import styles from './picture.module.scss'

export function Picture({ url, alt, className, onPress, onBroken }: PictureProps) {
  const frame = [styles.frame, className].filter(Boolean).join(' ')
  const image = (
    <img src={url} alt={alt} loading="lazy" decoding="async" className={styles.picture} onError={() => onBroken?.()} />
  )
  if (!onPress) return <div className={frame}>{image}</div>
  return (
    <button type="button" className={[styles.button, frame].join(' ')} onClick={onPress}>
      {image}
    </button>
  )
}
