import Taro from '@tarojs/taro'
import type { Located } from './locate.types'

const refused = '没有用定位，写清地点一样能办。想用时，点右上角“…”，在“设置”里允许位置信息'
const unavailable = '现在定位不到，直接写地点，或者从列表选'

/** WeChat gives GCJ-02 by itself. Never throws: without a position everything else works. */
export async function locate(): Promise<Located> {
  try {
    const { latitude, longitude, accuracy } = await Taro.getLocation({ type: 'gcj02' })
    return {
      isFound: true,
      position: { point: { lat: latitude, lng: longitude }, accuracyMetres: accuracy || null },
    }
  } catch (thrown) {
    const { errMsg = '' } = (thrown ?? {}) as { errMsg?: string }
    return { isFound: false, words: /auth|privacy|denied/i.test(errMsg) ? refused : unavailable }
  }
}
