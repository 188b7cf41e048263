import { randomBytes } from 'node:crypto'
import type { ImageMime } from '@xinban/shared/domain'
import sharp from 'sharp'
import { countRows } from '../../../test/database'
import {
  colourAt,
  deviceName,
  formOf,
  jpeg,
  look,
  mimeNames,
  namesOf,
  phonePhoto,
  picture,
  png,
  signedParts,
  storedNames,
  upload,
  webp,
} from '../../../test/pictures'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller, World } from '../../../test/world'

let server: TestServer
let world: World
let resident: Caller
beforeAll(async () => {
  server = await openTestServer({ XINBAN_UPLOADS_PER_MINUTE: '1000' })
  world = await server.world()
})
beforeEach(async () => {
  server.clock.reset()
  resident = await world.person()
})
afterAll(() => server.close())

const rows = (id: string) => countRows(server.services.db, 'files', 'id = ?', [id])

test('files.upload: a phone photo is kept upright, without position, device or any other metadata', async () => {
  const photo = await phonePhoto({ width: 400, height: 300 })
  const sent = await sharp(photo).metadata()
  expect(sent).toMatchObject({ orientation: 6, width: 400, height: 300 })
  expect(photo.includes(deviceName)).toBe(true)

  const kept = await upload(resident, photo)
  expect(kept).toMatchObject({ mime: 'image/jpeg', width: 300, height: 400 })
  for (const url of [kept.url, kept.thumbnailUrl]) {
    const bytes = await look(server.anyone, url)
    const { orientation, exif, icc, xmp, iptc, width, height } = await sharp(bytes).metadata()
    expect({ orientation, exif, icc, xmp, iptc, width, height }).toEqual({ width: 300, height: 400 })
    expect(Buffer.from(bytes).includes(deviceName)).toBe(false)
    expect(Buffer.from(bytes).includes('Exif')).toBe(false)
    // What was left is on top now.
    expect([await colourAt(bytes, 150, 20), await colourAt(bytes, 150, 380)]).toEqual(['red', 'blue'])
  }
  expect((await look(server.anyone, kept.url)).length).toBe(kept.bytes)
})

test('files.upload: a large picture is made smaller, and its thumbnail small', async () => {
  const kept = await upload(resident, await jpeg({ width: 2200, height: 1100 }))
  expect(kept).toMatchObject({ width: 2048, height: 1024 })
  expect(await sharp(await look(resident, kept.thumbnailUrl)).metadata()).toMatchObject({ width: 480, height: 240 })
})

test.each([
  ['image/jpeg', jpeg],
  ['image/png', png],
  ['image/webp', webp],
] as [ImageMime, () => Promise<Buffer>][])(
  'files.upload: %s stays what it is, whatever it is called',
  async (mime, make) => {
    const raw = formOf(await make(), { name: 'x.svg', type: 'text/html' })
    const kept = await resident.ok('files.upload', { raw })
    expect(kept.mime).toBe(mime)
    const full = await resident.call('files.show', signedParts(kept.url))
    const thumbnail = await resident.call('files.show', signedParts(kept.thumbnailUrl))
    expect([full.headers.get('content-type'), thumbnail.headers.get('content-type')]).toEqual([mime, 'image/jpeg'])
    expect(full.headers.get('content-disposition')).toMatch(/^inline; filename="photo\.(jpg|png|webp)"$/)
    expect((await sharp(await look(resident, kept.url)).metadata()).format).toBe(mimeNames[mime])
  },
)

test('files.upload: transparent pictures keep their transparency, CMYK becomes sRGB', async () => {
  const transparent = await picture().ensureAlpha(0.5).png().toBuffer()
  const kept = await upload(resident, transparent)
  expect(await sharp(await look(resident, kept.url)).metadata()).toMatchObject({ hasAlpha: true })
  expect(await sharp(await look(resident, kept.thumbnailUrl)).metadata()).toMatchObject({ hasAlpha: false })
  const cmyk = await picture().toColourspace('cmyk').jpeg().toBuffer()
  expect((await sharp(cmyk).metadata()).space).toBe('cmyk')
  expect((await sharp(await look(resident, (await upload(resident, cmyk)).url)).metadata()).space).toBe('srgb')
})

test('files.upload: the same Idempotency-Key gives the same upload again, once on disk', async () => {
  const bytes = await jpeg()
  const first = await upload(resident, bytes, 'once')
  const again = await upload(resident, bytes, 'once')
  expect(again.id).toBe(first.id)
  const before = storedNames(server.services)
  await resident.refused('files.upload', 'idempotency_key_reused', { raw: formOf(await png()), key: 'once' })
  expect(storedNames(server.services)).toEqual(before)
  expect(await countRows(server.services.db, 'files', 'uploader_id = ?', [resident.personId])).toBe(1)
  expect(before.filter((name) => name.startsWith(first.id))).toEqual(namesOf(first.id))
})

test('files.upload: nobody uploads without signing in, and nothing is kept', async () => {
  const before = storedNames(server.services)
  await server.anyone.refused('files.upload', 'not_signed_in', { raw: formOf(await jpeg()) })
  expect(storedNames(server.services)).toEqual(before)
})

test('files.upload: thirty unused pictures are enough; using or dropping one makes room', async () => {
  const bytes = await jpeg({ width: 8, height: 8 })
  const ids: string[] = []
  for (let number = 1; number <= 30; number++) ids.push((await upload(resident, bytes)).id)
  const before = storedNames(server.services)
  const { detail } = await resident.refused('files.upload', 'wrong_state', { raw: formOf(bytes) })
  expect(detail).toBe('你已有 30 张图片还没有提交，请先提交或删除一些，再上传新的')
  expect(storedNames(server.services)).toEqual(before)
  await resident.ok('files.discard', { params: { id: ids[0] ?? '' } })
  await upload(resident, bytes)
})

test('files.upload: nine pictures at once from one person are all taken', async () => {
  const bytes = await jpeg()
  const kept = await Promise.all(Array.from({ length: 9 }, () => upload(resident, bytes)))
  expect(new Set(kept.map(({ id }) => id)).size).toBe(9)
})

test('files.discard: the uploader takes a free upload back; row and bytes are gone', async () => {
  const { id, url } = await upload(resident)
  const stranger = await world.person()
  await stranger.refused('files.discard', 'not_found', { params: { id } })
  await server.anyone.refused('files.discard', 'not_signed_in', { params: { id } })
  expect(await rows(id)).toBe(1)
  await resident.ok('files.discard', { params: { id } })
  expect(await rows(id)).toBe(0)
  expect(storedNames(server.services).filter((name) => name.startsWith(id))).toEqual([])
  await server.anyone.refused('files.show', 'not_found', signedParts(url))
  await resident.refused('files.discard', 'not_found', { params: { id } })
})

describe('files.show: only a URL of ours that still holds', () => {
  const other = (text: string) => (text.startsWith('A') ? `B${text.slice(1)}` : `A${text.slice(1)}`)
  const lastBits = (text: string) => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    return text.slice(0, -1) + (alphabet[alphabet.indexOf(text.at(-1) ?? '') ^ 1] ?? '')
  }
  type Parts = ReturnType<typeof signedParts>
  const changes: [string, (parts: Parts, beside: Parts) => Parts][] = [
    ['another signature', (p) => ({ ...p, query: { ...p.query, signature: other(p.query.signature) } })],
    [
      'the same bytes spelt otherwise',
      (p) => ({ ...p, query: { ...p.query, signature: lastBits(p.query.signature) } }),
    ],
    ['padding', (p) => ({ ...p, query: { ...p.query, signature: `${p.query.signature}=` } })],
    ['no signature', (p) => ({ ...p, query: { ...p.query, signature: '' } })],
    ['random bytes', (p) => ({ ...p, query: { ...p.query, signature: randomBytes(32).toString('base64url') } })],
    ['a later expiry', (p) => ({ ...p, query: { ...p.query, expires: String(Number(p.query.expires) + 1) } })],
    ['an expiry that is no number', (p) => ({ ...p, query: { ...p.query, expires: 'Infinity' } })],
    ['the other variant', (p) => ({ ...p, query: { ...p.query, variant: 'thumbnail' } })],
    ['the signature of another file', (p, beside) => ({ ...p, query: beside.query })],
    ['a file that never was', (p) => ({ ...p, params: { id: '01900000-0000-7000-8000-000000000000' } })],
  ]
  test.each(changes)('%s', async (_, change) => {
    const parts = signedParts((await upload(resident)).url)
    const beside = signedParts((await upload(await world.person())).url)
    await server.anyone.ok('files.show', parts)
    const refusal = await resident.refused('files.show', 'not_found', change(parts, beside))
    expect(refusal.detail).toBe('没有找到这张图片，可能已经不在了，或者没有对你公开')
  })

  test('it ends after ten minutes', async () => {
    const parts = signedParts((await upload(resident)).url)
    server.clock.advance({ minutes: 10, ms: -1 })
    await server.anyone.ok('files.show', parts)
    server.clock.advance({ ms: 1 })
    await server.anyone.refused('files.show', 'not_found', parts)
  })

  test('without its parts it is no request at all', async () => {
    const { params } = signedParts((await upload(resident)).url)
    await server.anyone.refused('files.show', 'invalid', { params })
  })

  test('neither signatures nor names of files are logged', async () => {
    const { url } = await resident.ok('files.upload', { raw: formOf(await jpeg(), { name: '我家门口.jpg' }) })
    await look(server.anyone, url)
    expect(server.log.text).toContain('/api/v1/files')
    expect(server.log.text).not.toContain(signedParts(url).query.signature)
    expect(server.log.text).not.toContain('我家门口')
  })
})
