import { Image } from '@tarojs/components'
import type { PictureProps } from './picture.types'
import styles from './picture.module.scss'

/** Cut to the square that it stands in; fetched when it is near the screen. */
export function Picture({ url, alt, className, onPress, onBroken }: PictureProps) {
  return (
    <Image
      src={url}
      mode="aspectFill"
      lazyLoad
      className={[styles.picture, className].filter(Boolean).join(' ')}
      ariaRole={onPress ? 'button' : 'img'}
      ariaLabel={alt}
      onError={() => onBroken?.()}
      {...(onPress && { onClick: onPress })}
    />
  )
}
