/** Lets the browser fetch a file by its signed reference and save it under the name that the server says. */
export function saveFile(reference: string): Promise<string> {
  const link = document.createElement('a')
  link.href = API_ORIGIN + reference
  link.download = ''
  link.click()
  return Promise.resolve('开始下载了，完成后在下载里')
}
