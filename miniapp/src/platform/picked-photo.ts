import { imageMimes, maxUploadBytes } from '@xinban/shared/domain'

/** A picture on this device that somebody chose. */
export interface PickedPhoto {
  /** Shows it here: a temporary path of WeChat's, or an object URL. */
  readonly localUrl: string
  readonly bytes: number
  /** As far as the device tells. */
  readonly mime: string | undefined
  /** What a browser sends; WeChat sends the path. */
  readonly blob?: Blob
}

const mebibyte = 1024 * 1024

/** Why the server would not take it, known before anything is sent; undefined when nothing speaks against it. */
export function whyUnfit({ bytes, mime }: PickedPhoto): string | undefined {
  if (mime !== undefined && !(imageMimes as readonly string[]).includes(mime)) {
    return '这种文件不能传，请换成 JPG、PNG 或 WebP 照片，或者截图后再传'
  }
  if (bytes > maxUploadBytes) {
    return `这张照片有 ${Math.ceil(bytes / mebibyte)} MB，太大了，每张最多 ${maxUploadBytes / mebibyte} MB，请换一张`
  }
  return undefined
}

/** The picture is no longer shown; a browser may forget it. */
export function release({ blob, localUrl }: PickedPhoto): void {
  if (blob) URL.revokeObjectURL(localUrl)
}
