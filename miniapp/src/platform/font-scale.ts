import Taro from '@tarojs/taro'

/** Of letters at WeChat's standard size, where `fontSizeSetting` is all that an old base library tells. */
const standardSetting = 16

interface LetterFacts {
  fontSizeScaleFactor?: number
  fontSizeSetting?: number
}

/** How much larger than standard the person has set WeChat's letters; 1 when WeChat does not say. */
export function systemFontScale(): number {
  try {
    // Taro's types know neither.
    const base: object = Taro.canIUse('getAppBaseInfo') ? Taro.getAppBaseInfo() : Taro.getSystemInfoSync()
    const { fontSizeScaleFactor, fontSizeSetting = standardSetting } = base as LetterFacts
    const scale = fontSizeScaleFactor ?? fontSizeSetting / standardSetting
    return Number.isFinite(scale) && scale > 0 ? scale : 1
  } catch {
    return 1
  }
}
