import { useMemo } from 'react'
import type { QrCodeProps } from './qr-code.types'
import { qrPicture } from './qr-picture'
import styles from './qr-code.module.scss'

export function QrCode({ text, alt, className }: QrCodeProps) {
  const url = useMemo(() => qrPicture(text), [text])
  return <img src={url} alt={alt} className={[styles.code, className].filter(Boolean).join(' ')} />
}
