import { wgs84ToGcj02 } from '@xinban/shared/domain'
import type { Located } from './locate.types'

const refused = '没有用定位，写清地点一样能办。想用时，在浏览器的网站设置里允许位置信息'
const unavailable = '现在定位不到，直接写地点，或者从列表选'
const permissionDenied = 1
const patienceMs = 10_000

/** Browsers give WGS-84; what leaves here is GCJ-02. They give it only over https, or to this device itself. */
export function locate(): Promise<Located> {
  const geolocation = (navigator as { geolocation?: Geolocation }).geolocation
  if (!geolocation) return Promise.resolve({ isFound: false, words: unavailable })
  return new Promise((resolve) => {
    geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        resolve({
          isFound: true,
          position: { point: wgs84ToGcj02({ lat: latitude, lng: longitude }), accuracyMetres: accuracy },
        }),
      ({ code }) => resolve({ isFound: false, words: code === permissionDenied ? refused : unavailable }),
      { enableHighAccuracy: true, timeout: patienceMs, maximumAge: 60_000 },
    )
  })
}
