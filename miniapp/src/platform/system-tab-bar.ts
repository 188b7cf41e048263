import Taro from '@tarojs/taro'

/** Shows or hides WeChat's own tab bar. Off the tab pages WeChat refuses; the next tab page asks again. */
export function showSystemTabBar(isShown: boolean): void {
  const asked = isShown ? Taro.showTabBar({ animation: false }) : Taro.hideTabBar({ animation: false })
  asked.catch(() => undefined)
}
