import Taro from '@tarojs/taro'

/** A short word that something was done; never the only sign of a failure. */
export function say(words: string): void {
  Taro.showToast({ title: words, icon: 'none', duration: 2500 }).catch(() => undefined)
}

export function stopPullDown(): void {
  Taro.stopPullDownRefresh()
}
