import type { Booking, Hall, HallSummary, Slot } from '@xinban/shared/contracts'
import {
  clockWords,
  formatInstant,
  sayTime,
  spanWords,
  type BookingStatus,
  type DaySpan,
  type ItemScope,
  type Priority,
  type TicketState,
  type WeeklySpan,
} from '@xinban/shared/domain'
import { fileUrl } from '@/platform/file-url'

export const bookingStatusWords: Record<BookingStatus, string> = {
  held: '正在约',
  booked: '已约好',
  checked_in: '已签到',
  serving: '办理中',
  finished: '已办完',
  cancelled: '已取消',
  expired: '没约成',
  no_show: '没有来',
}

export const bookingTones: Record<BookingStatus, 'waiting' | 'moving' | 'done' | 'closed' | 'alarm'> = {
  held: 'waiting',
  booked: 'moving',
  checked_in: 'moving',
  serving: 'moving',
  finished: 'done',
  cancelled: 'closed',
  expired: 'closed',
  no_show: 'alarm',
}

export const ticketStateWords: Record<TicketState, string> = {
  waiting: '等待叫号',
  called: '正在叫号',
  serving: '办理中',
  finished: '已办完',
  parked: '过号',
  missed: '已作废',
}

export const scopeWords: Record<ItemScope, string> = { own: '本辖区', street: '全街通办', district: '全区通办' }

export const priorityWords: Record<Priority, string> = { none: '不用优先', aged: '老年人', disabled: '残疾人' }

export const loadWords: Record<HallSummary['today']['load'], string> = {
  closed: '今天不办理',
  over: '今天已下班',
  quiet: '不忙',
  busy: '有点忙',
  full: '很忙',
}

export const loadTones: Record<HallSummary['today']['load'], 'moving' | 'waiting' | 'alarm' | 'closed'> = {
  ...{ closed: 'closed', over: 'closed', quiet: 'moving', busy: 'waiting', full: 'alarm' },
}

const levelWords: Partial<Record<HallSummary['org']['level'], string>> = {
  district: '区级大厅',
  street: '镇街大厅',
  community: '社区大厅',
}
export const hallLevel = ({ org }: Pick<HallSummary, 'org'>): string => levelWords[org.level] ?? '服务大厅'

/** `今天 09:00–12:00、13:00–17:00`, or why it is closed. */
export function todayWords({ today }: Pick<HallSummary, 'today'>): string {
  if (today.hours.length === 0) return today.reason === null ? '今天不办理' : `今天不办理：${today.reason}`
  const hours = `今天 ${today.hours.map(spanWords).join('、')}`
  return today.reason === null ? hours : `${hours}（${today.reason}）`
}

/** `现在 3 人在等` */
export const waitingWords = ({ today }: Pick<HallSummary, 'today'>): string =>
  today.waiting === 0 ? '现在没有人在等' : `现在 ${today.waiting} 人在等`

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const
/** Monday first, days of the same hours together: `周一至周五 09:00–12:00、13:00–17:00`. */
export function weekWords(week: readonly WeeklySpan[]): string[] {
  const days = [1, 2, 3, 4, 5, 6, 0].map((weekday) => ({
    name: weekdays[weekday] ?? '',
    hours: hoursOf(week.filter((span) => span.weekday === weekday)),
  }))
  const groups: { first: string; last: string; hours: string }[] = []
  for (const { name, hours } of days) {
    const last = groups[groups.length - 1]
    if (last?.hours === hours) last.last = name
    else groups.push({ first: name, last: name, hours })
  }
  return groups.map(({ first, last, hours }) => `${first === last ? first : `${first}至${last}`} ${hours}`)
}

function hoursOf(spans: readonly DaySpan[]): string {
  if (spans.length === 0) return '不办理'
  return [...spans]
    .sort((a, b) => a.from - b.from)
    .map(({ from, to }) => `${clockWords(from)}–${clockWords(to)}`)
    .join('、')
}

/** `2 号 社保窗口`; where the name says the number already, that alone. */
export const windowWords = ({ no, name }: Hall['windows'][number]): string =>
  name.startsWith(`${no} 号`) ? name : `${no} 号 ${name}`

/** What a hall says about single days: `11 月 28 日不办理：系统升级`. */
export function overrideWords({ from, through, hours, reason }: Hall['overrides'][number]): string {
  const day = (date: string) => `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8))} 日`
  const days = from === through ? day(from) : `${day(from)}至 ${day(through)}`
  return `${days}${hours.length === 0 ? '不办理' : ` ${hours.map(spanWords).join('、')} 办理`}：${reason}`
}

/** Time of day at the hall, whatever the phone's zone: `09:00`. */
export const clockOf = (instant: string): string => formatInstant(new Date(instant)).slice(11, 16)
export const spanOf = ({ start, end }: Pick<Slot, 'start' | 'end'>): string => `${clockOf(start)}–${clockOf(end)}`
/** `明天 09:00–09:30` */
export const timeOfBooking = ({ start, end }: Pick<Slot, 'start' | 'end'>, now: Date): string =>
  `${sayTime(new Date(start), now)}–${clockOf(end)}`

/** What a slot offers, read out: `09:00–09:30，还有 3 个空位`. */
export function slotWords(slot: Slot): string {
  if (slot.left > 0) return `${spanOf(slot)}，还有 ${slot.left} 个空位`
  return `${spanOf(slot)}，约满了，${slot.waiting === 0 ? '点这里候补' : `${slot.waiting} 人在候补`}`
}

/** What comes next for whoever booked. */
export function tellBooking(booking: Booking, now: Date): string {
  const until = (instant: string) => sayTime(new Date(instant), now)
  switch (booking.status) {
    case 'held':
      return booking.heldUntil === null ? '请尽快确认' : `位置为你留到 ${until(booking.heldUntil)}，请尽快确认`
    case 'booked':
      return booking.displaced
        ? '大厅调整了时间，请选一个新的时间，或者取消'
        : `${clockOf(booking.checkInFrom)}–${clockOf(booking.checkInUntil)} 之间到大厅签到`
    case 'checked_in':
      return '已经签到，等着叫号就行'
    case 'serving':
      return booking.ticket?.window === null || !booking.ticket
        ? '正在给你办'
        : `正在 ${booking.ticket.window} 号窗口给你办`
    case 'finished':
      return booking.stars === null ? '办得怎么样？评价一下' : `你评了 ${booking.stars} 星，谢谢`
    case 'cancelled':
      return booking.cancelReason ?? '已经取消，可以另约时间'
    case 'expired':
      return '没有及时确认，位置让给了别人，可以再约'
    case 'no_show':
      return '没有等到你。来不了时请提前取消，把位置让给别人'
  }
}

/** `前面还有 3 人`, `就到你了` */
export const beforeWords = (before: number): string => (before === 0 ? '就到你了' : `前面还有 ${before} 人`)

/** Pictures of a card with their words. */
export const hallPhotos = ({ name, pictures }: Pick<Hall, 'name' | 'pictures'>) =>
  pictures.map(({ id, url, thumbnailUrl }, index) => ({
    ...{ id, url: fileUrl(url), thumbnailUrl: fileUrl(thumbnailUrl) },
    alt: `${name}的照片 ${index + 1}，共 ${pictures.length} 张`,
  }))
