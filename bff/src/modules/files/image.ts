import { maxLongSide, type ImageMime } from '@xinban/shared/domain'
import sharp, { type Sharp } from 'sharp'
import { invalidField, unsupportedMediaType } from '../../errors'

/** 64 Mi: the largest pictures that phones take, and what one picture may cost in memory. */
export const maxPixels = 2 ** 26
const secondsToDecode = 30

// Of libvips' many readers the three that are needed; no SVG, TIFF, PDF or HEIF code ever sees an upload.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})
// One thread a picture; how many pictures at once is for the caller to say.
sharp.concurrency(1)
sharp.cache(false)

export interface Picture {
  readonly mime: ImageMime
  readonly width: number
  readonly height: number
  readonly full: Buffer
  /** JPEG. */
  readonly thumbnail: Buffer
}

/** What the content begins as; undefined for everything that is not taken. */
function mimeOf(bytes: Buffer): ImageMime | undefined {
  const at = (start: number, text: string) => bytes.toString('latin1', start, start + text.length) === text
  if (at(0, '\xff\xd8\xff')) return 'image/jpeg'
  if (at(0, '\x89PNG\r\n\x1a\n')) return 'image/png'
  if (at(0, 'RIFF') && at(8, 'WEBP')) return 'image/webp'
  return undefined
}

const encoders: Record<ImageMime, (image: Sharp) => Sharp> = {
  'image/jpeg': (image) => image.jpeg({ quality: 82 }),
  'image/png': (image) => image.png(),
  'image/webp': (image) => image.webp({ quality: 82 }),
}

const refused = (code: string, message: string) => invalidField('file', code, message)

/**
 * Makes a picture anew from its pixels: upright, in sRGB, within 2048 × 2048, without any metadata (position, device,
 * comments, embedded previews) and without whatever was hidden behind or between them.
 * Throws unsupported_media_type for other content than JPEG, PNG and WebP, and invalid for what is broken, moving or
 * has more than `maxPixels`.
 */
export async function makePicture(bytes: Buffer): Promise<Picture> {
  const mime = mimeOf(bytes)
  if (!mime) throw unsupportedMediaType('只能上传 JPG、PNG、WebP 图片，请换一张，或者截图后再传')
  await checkHeader(bytes, mime)
  try {
    const upright = sharp(bytes, { failOn: 'error', limitInputPixels: maxPixels })
      .timeout({ seconds: secondsToDecode })
      .autoOrient()
      .resize({ width: maxLongSide.full, height: maxLongSide.full, fit: 'inside', withoutEnlargement: true })
    const { data: full, info } = await encoders[mime](upright).toBuffer({ resolveWithObject: true })
    return { mime, width: info.width, height: info.height, full, thumbnail: await makeThumbnail(full) }
  } catch {
    throw broken()
  }
}

const broken = () => refused('broken', '图片已损坏或没有传完整，请重新拍照或选择后再上传')

async function checkHeader(bytes: Buffer, mime: ImageMime): Promise<void> {
  // libvips has all pixels of a PNG before its end mark and would not miss it.
  if (mime === 'image/png' && !bytes.includes('IEND')) throw broken()
  const { width, height, pages } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw broken()
    })
  if (width * height > maxPixels) {
    throw refused('too_many_pixels', `图片尺寸太大（${width} × ${height}），请缩小后再上传`)
  }
  if ((pages ?? 1) > 1) throw refused('animated', '不能上传动图，请截图后再上传')
}

/** Transparent parts become white. */
function makeThumbnail(full: Buffer): Promise<Buffer> {
  return sharp(full)
    .resize({ width: maxLongSide.thumbnail, height: maxLongSide.thumbnail, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 75 })
    .toBuffer()
}
