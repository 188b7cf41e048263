import { Image } from '@tarojs/components'
import { useMemo } from 'react'
import type { QrCodeProps } from './qr-code.types'
import { qrPicture } from './qr-picture'
import styles from './qr-code.module.scss'

/** Black on white at any time, as wide as the box it stands in. */
export function QrCode({ text, alt, className }: QrCodeProps) {
  const url = useMemo(() => qrPicture(text), [text])
  return (
    <Image
      src={url}
      mode="aspectFit"
      className={[styles.code, className].filter(Boolean).join(' ')}
      ariaRole="img"
      ariaLabel={alt}
    />
  )
}
