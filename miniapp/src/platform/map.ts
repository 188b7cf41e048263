import Taro from '@tarojs/taro'
import type { Point } from '@xinban/shared/domain'

/** Shows a GCJ-02 point on WeChat's own map. */
export function openMap({ lat, lng }: Point, name: string): void {
  Taro.openLocation({ latitude: lat, longitude: lng, name, scale: 17 }).catch(() => undefined)
}
