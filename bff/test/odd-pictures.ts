import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { jpeg, png } from './pictures'

/** A chunk's content is changed and its check sum is not. */
export async function corruptPng(): Promise<Buffer> {
  const bytes = Buffer.from(await png())
  bytes.fill(0x55, bytes.length >> 1, (bytes.length >> 1) + 64)
  return bytes
}

/** A PNG of one bit a pixel, all of them white: a few bytes for however many pixels. */
export function bomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  const row = Buffer.alloc(1 + width / 8, 0xff).fill(0, 0, 1)
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)), { level: 1 })
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    ...[chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))],
  ])
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

export function movingWebp(): Promise<Buffer> {
  const frames = Buffer.concat([Buffer.alloc(8 * 8 * 3, 1), Buffer.alloc(8 * 8 * 3, 200)])
  return sharp(frames, { raw: { width: 8, height: 16, channels: 3, pageHeight: 8 } })
    .webp({ loop: 0, delay: [100, 100] })
    .toBuffer()
}

/** Two files in one: a picture for whoever looks, and something else for whoever opens it otherwise. */
export const payload = '<script>alert(document.cookie)</script>PK\x03\x04 evil.php'

export async function withComment(): Promise<Buffer> {
  const bytes = await jpeg()
  const length = Buffer.alloc(2)
  length.writeUInt16BE(payload.length + 2)
  return Buffer.concat([
    bytes.subarray(0, 2),
    Buffer.from('fffe', 'hex'),
    length,
    Buffer.from(payload),
    bytes.subarray(2),
  ])
}

export async function withTextChunk(): Promise<Buffer> {
  const bytes = await png()
  // After the signature and the header chunk.
  return Buffer.concat([bytes.subarray(0, 33), chunk('tEXt', Buffer.from(`Comment\0${payload}`)), bytes.subarray(33)])
}
