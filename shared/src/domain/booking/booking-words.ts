import type { AffectedReason } from './affected'
import type { LimitRefusal } from './booking-rules'
import type { BookedLevel } from './hall-load'
import type { BookingStatus } from './booking-flow'
import type { ItemScope } from './schedule'
import type { Priority, TicketState, WaitState } from './ticket-flow'

export const bookingStatusWords: Record<BookingStatus, string> = {
  held: '占位中',
  booked: '已预约',
  checked_in: '已签到',
  serving: '办理中',
  finished: '已办完',
  cancelled: '已取消',
  expired: '已失效',
  no_show: '未到',
}
export const ticketStateWords: Record<TicketState, string> = {
  waiting: '排队中',
  called: '请到窗口',
  serving: '办理中',
  finished: '已办完',
  parked: '过号',
  missed: '已作废',
}
export const waitStateWords: Record<WaitState, string> = {
  waiting: '候补中',
  offered: '有空位，等你确认',
  accepted: '已约上',
  lapsed: '没有及时确认',
  withdrawn: '已取消候补',
  over: '没有等到空位',
}
export const priorityWords: Record<Priority, string> = { none: '普通', aged: '老年人优先', disabled: '残疾人优先' }
export const itemScopeWords: Record<ItemScope, string> = { own: '本辖区', street: '全街通办', district: '全区通办' }

export const bookedLevelWords: Record<BookedLevel, string> = {
  roomy: '空位多',
  fair: '正合适',
  tight: '快约满',
  full: '约满了',
}

/** Why a place is gone, as whoever booked it reads it. */
export const affectedWords: Record<AffectedReason, string> = {
  closed: '这一天大厅不办公了',
  no_slot: '大厅调整了办理时段',
  less_capacity: '这个时段的窗口减少了',
  hall_closed: '这个大厅停用了，请换一个大厅约，约好以后再取消这一个',
  item_removed: '这个大厅不再办理这一项',
}

export const bookingLimitWords: Record<LimitRefusal, (limits: { perDay: number; perItem: number }) => string> = {
  per_day: ({ perDay }) => `一天最多约 ${perDay} 个时间，请换一天，或先取消一个`,
  per_item: ({ perItem }) => `这一项最多同时约 ${perItem} 次，请先办完或取消前面的`,
  overlapping: () => '这个时间你已经有预约了，请换一个时间，或先取消前面的',
}
