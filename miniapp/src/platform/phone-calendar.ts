import Taro from '@tarojs/taro'

/** What goes into the telephone's own calendar. */
interface CalendarEntry {
  /** Signed reference to an iCalendar file; WeChat writes into the calendar itself. */
  icsUrl: string
  title: string
  /** ISO 8601 with offset. */
  start: string
  end: string
  place: string
}

const seconds = (instant: string): number => Math.floor(Date.parse(instant) / 1000)
const dayBefore = 24 * 60 * 60

/** Asks WeChat to write it into the telephone's calendar, with a reminder a day before. @returns what to say of it */
export async function addToCalendar({ title, start, end, place }: CalendarEntry): Promise<string> {
  try {
    await Taro.addPhoneCalendar({
      ...{ title, location: place, alarm: true, alarmOffset: dayBefore },
      // WeChat takes the end as words, the beginning as a number.
      ...{ startTime: seconds(start), endTime: String(seconds(end)) },
    })
    return '已加进手机日历'
  } catch {
    return '没有加进日历。想用时，点右上角“…”，在“设置”里允许'
  }
}
