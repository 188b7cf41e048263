import type { ErrorCode } from '@xinban/shared/contracts'
import { maxUploadBytes } from '@xinban/shared/domain'
import { countRows } from '../../../test/database'
import {
  boundary,
  endOfForm,
  formOf,
  formType,
  jpeg,
  partOf,
  picture,
  png,
  storedNames,
  webp,
} from '../../../test/pictures'
import { bomb, corruptPng, movingWebp } from '../../../test/odd-pictures'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller } from '../../../test/world'
import { maxPixels } from './image'

let server: TestServer
let resident: Caller
beforeAll(async () => {
  server = await openTestServer({ XINBAN_UPLOADS_PER_MINUTE: '1000' })
  resident = await (await server.world()).person()
})
afterAll(() => server.close())

const half = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)
const start = (bytes: Buffer) => bytes.subarray(0, 40)
const text = (content: string) => Buffer.from(content)
/** The magic of a format, and then nothing that belongs to it. */
const magic = (hex: string) => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(200, 1)])

type Sent = { raw: FormData | Uint8Array; headers?: Record<string, string> }
const form = (bytes: Uint8Array, part = {}): Sent => ({ raw: formOf(bytes, part) })
const rawForm = (...parts: Uint8Array[]): Sent => ({
  raw: Buffer.concat(parts),
  headers: { 'content-type': formType },
})
const twoFiles = (first: string, second: string, bytes: Uint8Array): Sent => {
  const both = formOf(bytes, { field: first })
  both.append(second, new Blob([new Uint8Array(bytes)]), 'b.jpg')
  return { raw: both }
}

const refusals: [string, ErrorCode, () => Sent | Promise<Sent>][] = [
  // Not a picture of the three kinds, whatever it says of itself.
  ['a text called .jpg', 'unsupported_media_type', () => form(text('not a picture at all'))],
  ['an HTML page', 'unsupported_media_type', () => form(text('<!doctype html><script>alert(1)</script>'))],
  [
    'an SVG',
    'unsupported_media_type',
    () => form(text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')),
  ],
  ['a GIF', 'unsupported_media_type', async () => form(await picture().gif().toBuffer())],
  ['a GIF that is also JavaScript', 'unsupported_media_type', () => form(text('GIF89a/*;*/=1;alert(1)'))],
  ['a TIFF', 'unsupported_media_type', async () => form(await picture().tiff().toBuffer())],
  ['an AVIF', 'unsupported_media_type', async () => form(await picture({ width: 16, height: 16 }).avif().toBuffer())],
  ['a HEIC', 'unsupported_media_type', () => form(text('\0\0\0\x18ftypheic\0\0\0\0mif1heic'))],
  ['a BMP', 'unsupported_media_type', () => form(magic('424d'))],
  ['a PDF', 'unsupported_media_type', () => form(text('%PDF-1.7\n1 0 obj'))],
  ['a ZIP', 'unsupported_media_type', () => form(magic('504b0304'))],
  ['a program', 'unsupported_media_type', () => form(magic('7f454c46'))],
  ['a sound in a RIFF', 'unsupported_media_type', () => form(text('RIFF\x24\0\0\0WAVEfmt '))],
  ['one byte', 'unsupported_media_type', () => form(Buffer.from([0xff]))],
  // A picture that is not whole.
  ['an empty file', 'invalid', () => form(Buffer.alloc(0))],
  ['half a JPEG', 'invalid', async () => form(half(await jpeg()))],
  ['a JPEG without its last bytes', 'invalid', async () => form((await jpeg()).subarray(0, -20))],
  ['a JPEG of which only the start came', 'invalid', async () => form(start(await jpeg()))],
  [
    'half a progressive JPEG',
    'invalid',
    async () => form(half(await picture().jpeg({ progressive: true }).toBuffer())),
  ],
  ['half a PNG', 'invalid', async () => form(half(await png()))],
  ['a PNG without its end', 'invalid', async () => form((await png()).subarray(0, -12))],
  ['a PNG of which only the start came', 'invalid', async () => form(start(await png()))],
  ['half an interlaced PNG', 'invalid', async () => form(half(await picture().png({ progressive: true }).toBuffer()))],
  ['a PNG with corrupt pixels', 'invalid', async () => form(await corruptPng())],
  ['half a WebP', 'invalid', async () => form(half(await webp()))],
  ['a WebP of which only the start came', 'invalid', async () => form(start(await webp()))],
  ['the magic of a JPEG alone', 'invalid', () => form(magic('ffd8ffe0'))],
  ['the magic of a PNG alone', 'invalid', () => form(magic('89504e470d0a1a0a'))],
  [
    'the magic of a PNG before HTML',
    'invalid',
    () => form(Buffer.from('\x89PNG\r\n\x1a\n<script>IEND</script>', 'latin1')),
  ],
  // A picture that is too much.
  ['more bytes than may be', 'too_large', () => form(Buffer.concat([magic('ffd8ffe0'), Buffer.alloc(maxUploadBytes)]))],
  [
    'one byte too many',
    'too_large',
    async () => form(Buffer.concat([await jpeg(), Buffer.alloc(maxUploadBytes)]).subarray(0, maxUploadBytes + 1)),
  ],
  ['a bomb of pixels', 'invalid', () => form(bomb(20_000, 20_000))],
  ['one row of pixels too many', 'invalid', () => form(bomb(8192, maxPixels / 8192 + 1))],
  ['a moving WebP', 'invalid', async () => form(await movingWebp())],
  // Not a form with one file.
  [
    'JSON',
    'unsupported_media_type',
    () => ({ raw: text('{"file":"a.jpg"}'), headers: { 'content-type': 'application/json' } }),
  ],
  [
    'the bytes without a form',
    'unsupported_media_type',
    async () => ({ raw: await jpeg(), headers: { 'content-type': 'image/jpeg' } }),
  ],
  [
    'another kind of multipart',
    'unsupported_media_type',
    async () => ({ raw: await jpeg(), headers: { 'content-type': 'multipart/mixed; boundary=x' } }),
  ],
  ['no content type', 'unsupported_media_type', async () => ({ raw: await jpeg() })],
  [
    'a form without a boundary',
    'malformed_request',
    async () => ({
      ...rawForm(partOf('name="file"; filename="a.jpg"', await jpeg()), endOfForm),
      headers: { 'content-type': 'multipart/form-data' },
    }),
  ],
  [
    'a form with another boundary',
    'malformed_request',
    async () => ({
      ...rawForm(partOf('name="file"; filename="a.jpg"', await jpeg()), endOfForm),
      headers: { 'content-type': 'multipart/form-data; boundary=other' },
    }),
  ],
  [
    'a form that breaks off',
    'malformed_request',
    async () => rawForm(half(partOf('name="file"; filename="a.jpg"', await jpeg()))),
  ],
  ['a part without a blank line', 'malformed_request', () => rawForm(text(`--${boundary}\r\nnothing here`), endOfForm)],
  ['a form without parts', 'invalid', () => rawForm(endOfForm)],
  ['no body', 'malformed_request', () => rawForm()],
  ['another field', 'invalid', async () => form(await jpeg(), { field: 'picture' })],
  ['a field that reaches for the prototype', 'invalid', async () => form(await jpeg(), { field: '__proto__' })],
  ['a text in the field', 'invalid', async () => rawForm(partOf('name="file"', await jpeg()), endOfForm)],
  ['two files in the field', 'invalid', async () => twoFiles('file', 'file', await jpeg())],
  ['a second file in another field', 'invalid', async () => twoFiles('file', 'other', await jpeg())],
  [
    'a name without end',
    'malformed_request',
    async () => rawForm(partOf(`name="file"; filename="${'a'.repeat(100_000)}.jpg"`, await jpeg()), endOfForm),
  ],
  [
    'fields without end',
    'malformed_request',
    async () =>
      rawForm(
        ...Array.from({ length: 50 }, (_, n) => partOf(`name="f${n}"`, text('x'))),
        partOf('name="file"; filename="a.jpg"', await jpeg()),
        endOfForm,
      ),
  ],
]

test.each(refusals)('files.upload: %s is refused (%s) and leaves nothing', async (_, code, make) => {
  const before = storedNames(server.services)
  const rows = await countRows(server.services.db, 'files')
  const { detail } = await resident.refused('files.upload', code, await make())
  expect(detail).toMatch(/请|只能|不能/)
  expect(await countRows(server.services.db, 'files')).toBe(rows)
  expect(storedNames(server.services)).toEqual(before)
})

test('a picture with exactly as many pixels as may be is taken', async () => {
  const { mime, width, height } = await resident.ok('files.upload', { raw: formOf(bomb(8192, maxPixels / 8192)) })
  expect({ mime, width, height }).toEqual({ mime: 'image/png', width: 2048, height: 2048 })
})
