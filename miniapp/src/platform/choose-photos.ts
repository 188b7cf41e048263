import Taro from '@tarojs/taro'
import type { PickedPhoto } from './picked-photo'

/** `any` lets the person choose between the two. */
export type PhotoSource = 'camera' | 'album' | 'any'

const sources = { camera: ['camera'], album: ['album'], any: ['album', 'camera'] } as const
const mimes: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  heic: 'image/heic',
  heif: 'image/heif',
  bmp: 'image/bmp',
}
const mimeOf = (path: string): string | undefined => mimes[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '']

const isCancelled = (thrown: unknown): boolean =>
  typeof thrown === 'object' && thrown !== null && 'errMsg' in thrown && String(thrown.errMsg).includes('cancel')

/** Taro hands this one on as it is: unlike the others it makes no promise of it. */
const chooseMedia = (options: Taro.chooseMedia.Option) =>
  new Promise<Taro.chooseMedia.SuccessCallbackResult>((success, fail) => {
    void Taro.chooseMedia({ ...options, success, fail })
  })

/**
 * Opens WeChat's camera or album; none when the person closes it again.
 * @returns undefined when WeChat lets us have none: permission denied, or no camera
 */
export async function choosePhotos(count: number, source: PhotoSource): Promise<PickedPhoto[] | undefined> {
  try {
    const { tempFiles } = await chooseMedia({
      count,
      mediaType: ['image'],
      sourceType: [...sources[source]],
      sizeType: ['compressed'],
    })
    return tempFiles.map(({ tempFilePath, size }) => ({
      localUrl: tempFilePath,
      bytes: size,
      mime: mimeOf(tempFilePath),
    }))
  } catch (thrown) {
    return isCancelled(thrown) ? [] : undefined
  }
}
