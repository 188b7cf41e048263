import fs from 'node:fs'
import path from 'node:path'
import type { Upload } from '@xinban/shared/contracts'
import type { FileVariant, ImageMime } from '@xinban/shared/domain'
import sharp, { type Sharp } from 'sharp'
import type { Services } from '../src/context'
import type { ApiClient } from './client'

/** What a phone writes into a photo, to be looked for in what is kept. */
export const deviceName = 'Xinban Test Phone'

/** A picture whose left third is red and whose rest is blue, with some grain so that it does not compress to nothing. */
export function picture({ width = 120, height = 90 } = {}): Sharp {
  const red = { create: { width: Math.ceil(width / 3), height, channels: 3 as const, background: '#f00' } }
  const grain = { type: 'gaussian' as const, mean: 128, sigma: 20 }
  const noise = { create: { width, height, channels: 3 as const, background: '#000', noise: grain } }
  return sharp({ create: { width, height, channels: 3, background: '#00f' } }).composite([
    { input: noise, blend: 'soft-light' },
    { input: red, left: 0, top: 0 },
  ])
}

export const jpeg = (size = {}) => picture(size).jpeg().toBuffer()
export const png = (size = {}) => picture(size).png().toBuffer()
export const webp = (size = {}) => picture(size).webp().toBuffer()

/** As a phone takes it when held upright: lying on its side, with the position and the device. */
export const phonePhoto = (size = {}): Promise<Buffer> =>
  picture(size)
    .jpeg()
    .withExif({
      IFD0: { Make: deviceName },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 22/1 12/1', GPSLongitudeRef: 'E', GPSLongitude: '107/1 8/1 3/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()

interface FormPart {
  readonly field?: string
  readonly name?: string
  readonly type?: string
}

/** A form as browsers and WeChat send it. */
export function formOf(bytes: Uint8Array, { field = 'file', name = 'a.jpg', type = 'image/jpeg' }: FormPart = {}) {
  const form = new FormData()
  form.append(field, new Blob([new Uint8Array(bytes)], { type }), name)
  return form
}

export const boundary = 'xinban-test-boundary'
export const formType = `multipart/form-data; boundary=${boundary}`

/** One part of a form, byte by byte. */
export const partOf = (disposition: string, bytes: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; `),
    Buffer.from(disposition, 'latin1'),
    Buffer.from('\r\nContent-Type: image/jpeg\r\n\r\n'),
    bytes,
    Buffer.from('\r\n'),
  ])
export const endOfForm = Buffer.from(`--${boundary}--\r\n`)

export const upload = async (client: ApiClient, bytes?: Uint8Array, key?: string): Promise<Upload> =>
  client.ok('files.upload', { raw: formOf(bytes ?? (await jpeg())), key })

/** What a signed URL says, as the contract has it. */
export function signedParts(url: string) {
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  return {
    params: { id: pathname.split('/').at(-1) ?? '' },
    query: {
      variant: searchParams.get('variant') as FileVariant,
      expires: searchParams.get('expires') ?? '',
      signature: searchParams.get('signature') ?? '',
    },
  }
}

/** Follows a signed URL. */
export const look = (client: ApiClient, url: string): Promise<Uint8Array> => client.ok('files.show', signedParts(url))

/** Every file in the store, by its name alone. */
export function storedNames({ env }: Services): string[] {
  const root = path.join(env.dataDir, 'files')
  if (!fs.existsSync(root)) return []
  return fs
    .readdirSync(root, { recursive: true, withFileTypes: true })
    .flatMap((entry) => (entry.isFile() ? [entry.name] : []))
    .sort()
}

/** The two files that one kept picture has. */
export const namesOf = (...ids: string[]): string[] => ids.flatMap((id) => [`${id}.full`, `${id}.thumbnail`]).sort()

/** The colour of one pixel: `red`, `blue`, or neither. */
export async function colourAt(bytes: Uint8Array, left: number, top: number): Promise<string> {
  const { data } = await sharp(bytes)
    .removeAlpha()
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const [r = 0, g = 0, b = 0] = data
  if (r > 180 && b < 80) return 'red'
  return b > 120 && r < 120 ? 'blue' : `rgb(${r},${g},${b})`
}

export const mimeNames: Record<ImageMime, string> = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/webp': 'webp' }
