import Taro from '@tarojs/taro'

/** Fetches a file by its signed reference and opens it in WeChat, from where it can be kept or sent on. */
export async function saveFile(reference: string): Promise<string> {
  const url = API_ORIGIN + reference
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url })
  if (statusCode !== 200) throw new Error(`a download answered ${statusCode}`)
  if (!/\.xlsx\?/.test(url)) return '已下载；这里打不开 CSV，请在电脑上导出，或改用 Excel'
  await Taro.openDocument({ filePath: tempFilePath, fileType: 'xlsx', showMenu: true })
  return '已打开，右上角可以转发或保存'
}
