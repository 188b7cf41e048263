import { maxUploadBytes } from '@xinban/shared/domain'
import '../../test/photos'
import { readPhotos } from './read-photos'

function fileOf(type: string, bytes: number): File {
  const file = new File(['x'], 'a', { type })
  Object.defineProperty(file, 'size', { value: bytes })
  return file
}

/** jsdom decodes and encodes nothing. */
function decodesTo(width: number, height: number): { sizes: [number, number][] } {
  const sizes: [number, number][] = []
  Object.assign(globalThis, { createImageBitmap: () => Promise.resolve({ width, height, close: () => undefined }) })
  HTMLCanvasElement.prototype.getContext = (() => ({ drawImage: () => undefined })) as never
  HTMLCanvasElement.prototype.toBlob = function toBlob(done) {
    sizes.push([this.width, this.height])
    done(new Blob(['small'], { type: 'image/jpeg' }))
  }
  return { sizes }
}

test('a picture within the limit is left as it is', async () => {
  const file = fileOf('image/png', maxUploadBytes)
  const { sizes } = decodesTo(8000, 6000)
  expect(await readPhotos([file])).toMatchObject([{ blob: file, bytes: maxUploadBytes, mime: 'image/png' }])
  expect(sizes).toEqual([])
})

test('one above it is made as small as the server keeps it', async () => {
  const { sizes } = decodesTo(8000, 6000)
  expect(await readPhotos([fileOf('image/png', maxUploadBytes + 1)])).toMatchObject([{ bytes: 5, mime: 'image/jpeg' }])
  expect(sizes).toEqual([[2048, 1536]])
})

test('what cannot be made smaller stays as large as it is, to be refused in words', async () => {
  Object.assign(globalThis, { createImageBitmap: () => Promise.reject(new Error('not a picture')) })
  const [photo] = await readPhotos([fileOf('image/jpeg', maxUploadBytes + 1)])
  expect(photo?.bytes).toBe(maxUploadBytes + 1)
})
