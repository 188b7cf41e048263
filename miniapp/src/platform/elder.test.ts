import fs from 'node:fs'
import path from 'node:path'
import Taro from '@tarojs/taro'
import { elderAtScale, elderSizes, type elder as Store } from './elder'
import { systemFontScale as browserScale } from './font-scale.h5'

const { systemFontScale: wechatScale } = jest.requireActual<{ systemFontScale: () => number }>('./font-scale.ts')

/** As after a start of the app: what is kept on the device is read anew. */
function start(): typeof Store {
  let started: typeof Store | undefined
  jest.isolateModules(() => {
    // The same device.
    jest.doMock('@tarojs/taro', () => ({ __esModule: true, default: Taro }))
    started = jest.requireActual<{ elder: typeof Store }>('./elder').elder
  })
  if (!started) throw new Error('not started')
  return started
}
const wechatSays = (base: object) => jest.mocked(Taro.getAppBaseInfo).mockReturnValueOnce(base as never)

test('is off at first where the device does not ask for larger letters', () => {
  expect(start().get()).toEqual({ isOn: false, size: 'large' })
})

test('what was chosen is told at once and remembered, the size also while it is off', () => {
  const elder = start()
  const heard = jest.fn()
  elder.subscribe(heard)
  elder.choose('largest')
  expect(elder.get()).toEqual({ isOn: true, size: 'largest' })
  elder.turn(false)
  expect(heard).toHaveBeenCalledTimes(2)
  expect(start().get()).toEqual({ isOn: false, size: 'largest' })
})

test.each(['{"isOn":true,"size":"huge"}', '{"isOn":"yes","size":"large"}', '[]', 'null', '{', '7'])(
  'what nobody could have chosen is not followed: %s',
  (kept) => {
    Taro.setStorageSync('xinban.elder', kept)
    expect(start().get()).toEqual({ isOn: false, size: 'large' })
  },
)

test.each([
  [0.8, false, 'large'],
  [1, false, 'large'],
  [1.12, false, 'large'],
  [1.25, true, 'large'],
  [1.4, true, 'large'],
  [1.55, true, 'larger'],
  [2, true, 'largest'],
])('letters %d times as large as WeChat’s standard: on is %s, %s', (scale, isOn, size) => {
  const at = elderAtScale(scale)
  expect(at.isOn).toBe(isOn)
  expect(at.size).toBe(size)
})

describe('the device’s own letters', () => {
  test('a browser has none to follow', () => {
    expect(browserScale()).toBe(1)
  })

  test('WeChat tells its factor, or on old versions the size', () => {
    wechatSays({ fontSizeScaleFactor: 1.4, fontSizeSetting: 16 })
    expect(wechatScale()).toBe(1.4)
    wechatSays({ fontSizeSetting: 20 })
    expect(wechatScale()).toBe(1.25)
    jest.mocked(Taro.canIUse).mockReturnValueOnce(false)
    jest.mocked(Taro.getSystemInfoSync).mockReturnValueOnce({ fontSizeSetting: 24 } as never)
    expect(wechatScale()).toBe(1.5)
  })

  test('without a usable answer letters are as they are', () => {
    expect(wechatScale()).toBe(1)
    wechatSays({ fontSizeScaleFactor: 0 })
    expect(wechatScale()).toBe(1)
    jest.mocked(Taro.getAppBaseInfo).mockImplementationOnce(() => {
      throw new Error('getAppBaseInfo:fail')
    })
    expect(wechatScale()).toBe(1)
  })
})

test('the style sheets know the same sizes', () => {
  const tokens = fs.readFileSync(path.join(__dirname, '../styles/tokens.scss'), 'utf8')
  const sizes = Object.fromEntries(
    [...tokens.matchAll(/^ {2}'(\w+)': (\d+),$/gm)].map(([, name = '', body]): [string, number] => [
      name,
      Number(body),
    ]),
  )
  expect(sizes).toEqual(elderSizes)
})
