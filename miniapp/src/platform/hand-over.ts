import Taro from '@tarojs/taro'

/** Gives a text to the person: WeChat keeps no files for them, so it goes to the clipboard. @returns what to say of it */
export async function handOver(_name: string, text: string): Promise<string> {
  await Taro.setClipboardData({ data: text })
  return '已复制，可以粘贴到备忘录里'
}
