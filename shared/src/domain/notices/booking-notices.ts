import { sayTime } from '../time/china-time'

/** What people are told of bookings; every one of them is for whoever booked or waits. */
export const bookingNoticeKinds = [
  'booking.booked-for-you',
  'booking.offered',
  'booking.offer-lapsed',
  'booking.offer-withdrawn',
  'booking.wait-over',
  'booking.wait-closed',
  'booking.displaced',
  'booking.moved-by-hall',
  'booking.cancelled-by-hall',
  'booking.called',
  'booking.finished',
  'booking.no-show',
  'booking.paused',
] as const
export type BookingNoticeKind = (typeof bookingNoticeKinds)[number]

interface BookingNoticeFacts {
  /** When the booking begins, ISO 8601 with offset. */
  readonly startsAt?: string | undefined
  /** Until when an offer or a pause holds. */
  readonly until?: string | undefined
  readonly window?: number | undefined
  readonly now: Date
}

const when = (iso: string | undefined, now: Date): string =>
  iso === undefined ? '约好的时间' : sayTime(new Date(iso), now)

const sentences: Record<BookingNoticeKind, (facts: BookingNoticeFacts) => string> = {
  'booking.booked-for-you': ({ startsAt, now }) => `大厅替你约好了 ${when(startsAt, now)}，记得带上材料`,
  'booking.offered': ({ startsAt, until, now }) =>
    `你候补的 ${when(startsAt, now)} 有空位了，为你留到 ${when(until, now)}，请尽快确认`,
  'booking.offer-lapsed': ({ startsAt, now }) =>
    `${when(startsAt, now)} 的空位没有及时确认，已让给后面的人。还需要，可以再候补`,
  'booking.offer-withdrawn': ({ startsAt, now }) =>
    `大厅调整了办理时间，为你留的 ${when(startsAt, now)} 暂时没有了，很抱歉。你还排在候补最前面，有空位先通知你`,
  'booking.wait-over': ({ startsAt, now }) =>
    `你候补的 ${when(startsAt, now)} 一直没有空出来，请另约时间，或到大厅现场取号`,
  'booking.wait-closed': ({ startsAt, now }) =>
    `大厅调整了办理时间，你候补的 ${when(startsAt, now)} 不办理了，很抱歉。请另约时间，或换一个大厅`,
  'booking.displaced': ({ startsAt, now }) =>
    `大厅调整了办理时间，你约的 ${when(startsAt, now)} 办不了了，很抱歉。点开选一个新的时间`,
  'booking.moved-by-hall': ({ startsAt, now }) => `大厅把你的预约改到了 ${when(startsAt, now)}，点开看原因`,
  'booking.cancelled-by-hall': ({ startsAt, now }) =>
    `大厅取消了 ${when(startsAt, now)} 的预约，点开看原因，可以另约时间`,
  'booking.called': ({ window }) => `叫到你了，请到${window === undefined ? '窗口' : ` ${window} 号窗口`}`,
  'booking.finished': () => '办好了吗？点开评价一下这次办事',
  'booking.no-show': ({ startsAt, now }) =>
    `${when(startsAt, now)} 没有等到你，预约已作废。来不了时，请提前取消，把位置让给别人`,
  'booking.paused': ({ until, now }) =>
    `几次约了没有来，线上预约暂停到 ${when(until, now)}。急办的事可以到大厅现场取号，或请大厅解除`,
}

/** One plain sentence for whoever is told. */
export const bookingNoticeWords = (kind: BookingNoticeKind, facts: BookingNoticeFacts): string => sentences[kind](facts)

export const isBookingNotice = (kind: string): kind is BookingNoticeKind =>
  (bookingNoticeKinds as readonly string[]).includes(kind)
