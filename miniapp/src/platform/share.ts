import { useShareAppMessage } from '@tarojs/taro'

/** What WeChat sends when someone hands this page on; a browser has its address for that. */
export const useShare = (message: () => { title: string; path: string }): void => {
  useShareAppMessage(message)
}
