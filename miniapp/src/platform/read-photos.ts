import { maxLongSide, maxUploadBytes } from '@xinban/shared/domain'
import type { PickedPhoto } from './picked-photo'

const quality = 0.85

/** The same picture with no more pixels than the server keeps; undefined when the browser cannot read it. */
async function shrink(file: Blob): Promise<Blob | undefined> {
  try {
    const image = await createImageBitmap(file)
    const scale = Math.min(1, maxLongSide.full / Math.max(image.width, image.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(image.width * scale)
    canvas.height = Math.round(image.height * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    image.close()
    return await new Promise<Blob | undefined>((resolve) =>
      canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', quality),
    )
  } catch {
    return undefined
  }
}

/** Files that were chosen in a browser; what is too large to be sent is made smaller where that can be done. */
export async function readPhotos(files: readonly File[]): Promise<PickedPhoto[]> {
  const photos: PickedPhoto[] = []
  // One after another: a decoded photo takes a lot of memory.
  for (const file of files) {
    const isLarge = file.size > maxUploadBytes && file.type.startsWith('image/')
    const blob = (isLarge && (await shrink(file))) || file
    photos.push({ localUrl: URL.createObjectURL(blob), bytes: blob.size, mime: blob.type || undefined, blob })
  }
  return photos
}
