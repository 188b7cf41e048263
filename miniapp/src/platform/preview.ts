import Taro from '@tarojs/taro'

/** WeChat's own viewer, with its gestures; closed by the person. */
export function previewPhotos(urls: readonly string[], index: number): void {
  Taro.previewImage({ urls: [...urls], current: urls[index] }).catch(() => undefined)
}
