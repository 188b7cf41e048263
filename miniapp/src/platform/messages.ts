import Taro from '@tarojs/taro'
import { msOf, said, type Undo } from './said'

let hiding: ReturnType<typeof setTimeout> | undefined

/** A short word that something was done, with a way to undo it; never the only sign of a failure. */
export function say(words: string, undo?: Undo): void {
  clearTimeout(hiding)
  said.set({ words, undo })
  hiding = setTimeout(() => said.set(null), msOf(undo))
}

export function stopPullDown(): void {
  Taro.stopPullDownRefresh()
}
