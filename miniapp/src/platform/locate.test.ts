import Taro from '@tarojs/taro'
import { distanceMetres, wgs84ToGcj02 } from '@xinban/shared/domain'
import type { Located } from './locate.types'

const inBrowser = jest.requireActual<{ locate: () => Promise<Located> }>('./locate.h5.ts').locate
const onWechat = jest.requireActual<{ locate: () => Promise<Located> }>('./locate.ts').locate

type Answer = { latitude: number; longitude: number; accuracy: number } | { code: number }
function browserAnswers(answer: Answer | undefined): void {
  const geolocation = answer && {
    getCurrentPosition: (found: (at: { coords: Answer }) => void, failed: (error: Answer) => void) =>
      'code' in answer ? failed(answer) : found({ coords: answer }),
  }
  Object.defineProperty(navigator, 'geolocation', { value: geolocation, configurable: true })
}
const words = (located: Located) => (located.isFound ? '' : located.words)

describe('in a browser', () => {
  const wgs84 = { lat: 34.3625, lng: 107.1365 }

  test('WGS-84 becomes GCJ-02 at the edge, with the accuracy', async () => {
    browserAnswers({ latitude: wgs84.lat, longitude: wgs84.lng, accuracy: 25 })
    const located = await inBrowser()
    expect(located).toEqual({ isFound: true, position: { point: wgs84ToGcj02(wgs84), accuracyMetres: 25 } })
    if (!located.isFound) throw new Error('not found')
    expect(distanceMetres(located.position.point, wgs84)).toBeGreaterThan(100)
  })

  test.each([
    [{ code: 1 }, /在浏览器的网站设置里允许/],
    [{ code: 2 }, /现在定位不到/],
    [{ code: 3 }, /现在定位不到/],
    [undefined, /现在定位不到/],
  ])('%j leads to words on what to do', async (answer, expected) => {
    browserAnswers(answer)
    expect(words(await inBrowser())).toMatch(expected)
  })
})

describe('on WeChat', () => {
  test('GCJ-02 is asked for and taken as it is', async () => {
    jest.mocked(Taro.getLocation).mockResolvedValueOnce({ latitude: 34.36, longitude: 107.14, accuracy: 30 } as never)
    expect(await onWechat()).toEqual({
      isFound: true,
      position: { point: { lat: 34.36, lng: 107.14 }, accuracyMetres: 30 },
    })
    expect(Taro.getLocation).toHaveBeenCalledWith({ type: 'gcj02' })
  })

  test.each([
    ['getLocation:fail auth deny', /“设置”里允许/],
    ['getLocation:fail privacy permission is not authorized', /“设置”里允许/],
    ['getLocation:fail:system permission denied', /“设置”里允许/],
    ['getLocation:fail:timeout', /现在定位不到/],
  ])('%s leads to words on what to do', async (errMsg, expected) => {
    jest.mocked(Taro.getLocation).mockRejectedValueOnce({ errMsg })
    expect(words(await onWechat())).toMatch(expected)
  })
})
