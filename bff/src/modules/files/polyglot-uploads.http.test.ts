import {
  endOfForm,
  formOf,
  formType,
  jpeg,
  look,
  namesOf,
  partOf,
  picture,
  png,
  storedNames,
  webp,
} from '../../../test/pictures'
import { payload, withComment, withTextChunk } from '../../../test/odd-pictures'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller } from '../../../test/world'

let server: TestServer
let resident: Caller
beforeAll(async () => {
  server = await openTestServer()
  resident = await (await server.world()).person()
})
afterAll(() => server.close())

const polyglots: [string, () => Promise<Buffer>][] = [
  ['a JPEG with HTML and a ZIP behind it', async () => Buffer.concat([await jpeg(), Buffer.from(payload)])],
  ['a JPEG with HTML in a comment', withComment],
  [
    'a JPEG with HTML in its EXIF',
    () =>
      picture()
        .jpeg()
        .withExif({ IFD0: { ImageDescription: payload } })
        .toBuffer(),
  ],
  ['a PNG with a ZIP behind it', async () => Buffer.concat([await png(), Buffer.from(payload)])],
  ['a PNG with HTML in a text chunk', withTextChunk],
  ['a WebP with HTML behind it', async () => Buffer.concat([await webp(), Buffer.from(payload)])],
]
test.each(polyglots)('files.upload: of %s the picture alone is kept', async (_, make) => {
  const bytes = await make()
  expect(bytes.includes('<script>')).toBe(true)
  const kept = await resident.ok('files.upload', { raw: formOf(bytes) })
  for (const url of [kept.url, kept.thumbnailUrl]) {
    const shown = Buffer.from(await look(resident, url))
    expect([shown.includes('script'), shown.includes('PK\x03\x04'), shown.includes('evil')]).toEqual([
      false,
      false,
      false,
    ])
  }
})

const names = [
  ['a path upwards', '../../../../etc/cron.d/evil.jpg'],
  ['a path of Windows', 'C:\\\\windows\\\\system32\\\\evil.exe'],
  ['a zero byte', 'a.php\\0.jpg'],
  ['bytes that are no UTF-8', '\xff\xfe\xb1\xeb.jpg'],
  ['Chinese in GBK', '\xcd\xbc\xc6\xac.jpg'],
  ['a long name', `${'x'.repeat(3000)}.jpg`],
] as const
test.each(names)('files.upload: %s as a name is not looked at', async (_, name) => {
  const before = storedNames(server.services)
  const disposition = `name="file"; filename="${name}"`
  const raw = Buffer.concat([partOf(disposition, await jpeg()), endOfForm])
  const { id } = await resident.ok('files.upload', { raw, headers: { 'content-type': formType } })
  expect(storedNames(server.services)).toEqual([...before, ...namesOf(id)].sort())
})

test('files.upload: short text fields beside the file are ignored', async () => {
  const form = formOf(await jpeg())
  form.append('key', 'value')
  await resident.ok('files.upload', { raw: form })
})
