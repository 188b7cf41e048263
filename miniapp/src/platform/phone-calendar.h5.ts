import { fileUrl } from './file-url'

/** What goes into the telephone's own calendar. */
interface CalendarEntry {
  /** Signed reference to an iCalendar file. */
  icsUrl: string
}

/** Lets the browser hand the iCalendar file to the device. @returns what to say of it */
export function addToCalendar({ icsUrl }: CalendarEntry): Promise<string> {
  const link = document.createElement('a')
  link.href = fileUrl(icsUrl)
  link.download = ''
  link.click()
  return Promise.resolve('日历文件下载了，点开就加进手机日历')
}
