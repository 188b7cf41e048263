/** Gives a text to the person as a file of that name. @returns what to say of it */
export function handOver(name: string, text: string): Promise<string> {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken the bytes when the click returns; a revoked address costs it nothing.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return Promise.resolve('已导出，在下载里')
}
