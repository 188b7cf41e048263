/** A weekly span in whole minutes since midnight, half-open; `to` may be 1440, the end of the day. */
export interface WeeklySpan {
  /** 0 Sunday … 6 Saturday */
  readonly weekday: number
  readonly from: number
  readonly to: number
}

/** Minutes since midnight, half-open: a slot may end where the next begins. */
export interface DaySpan {
  readonly from: number
  readonly to: number
}

/** What a hall says about dates `YYYY-MM-DD` (both included) in place of its week and of the calendar: closed, or other hours. */
export interface DatedOverride {
  readonly from: string
  readonly through: string
  /** None: closed. */
  readonly hours: readonly DaySpan[]
  readonly reason: string
}

export const horizonKinds = ['calendar', 'working'] as const
export type HorizonKind = (typeof horizonKinds)[number]

/** How one item is served at one hall. */
export interface ItemRules {
  /** Its own week in place of the hall's; null keeps the hall's. */
  readonly weekly: readonly WeeklySpan[] | null
  readonly slotMinutes: number
  /** Minutes kept free after each slot. */
  readonly bufferMinutes: number
  /** Counters that serve it at once. */
  readonly windows: number
  /** People that a window takes in a slot. */
  readonly perWindow: number
  /** Share of the capacity that is kept for walk-ins, 0–100. */
  readonly walkInPercent: number
  /** Minimum notice: a slot can be booked until so many minutes before it begins. */
  readonly leadMinutes: number
  /** How many days ahead can be booked; today counts as 0. */
  readonly horizonDays: number
  readonly horizonKind: HorizonKind
}

/** Times around a booking and limits of a person; a hall's own, by the district's defaults. Minutes and days. */
export interface BookingPolicy {
  readonly holdMinutes: number
  readonly offerMinutes: number
  readonly checkInBefore: number
  readonly checkInAfter: number
  /** Cancel and move oneself until so many minutes before; staff later, with a reason. */
  readonly changeUntilMinutes: number
  /** Bookings of one person on one day, and open ones of one item. */
  readonly perDay: number
  readonly perItem: number
  /** So many no-shows within so many days pause online booking for so many days. */
  readonly noShowCount: number
  readonly noShowDays: number
  readonly pauseDays: number
}

export const defaultItemRules: ItemRules = {
  weekly: null,
  slotMinutes: 30,
  bufferMinutes: 0,
  windows: 1,
  perWindow: 1,
  walkInPercent: 0,
  leadMinutes: 60,
  horizonDays: 14,
  horizonKind: 'calendar',
}

export const defaultBookingPolicy: BookingPolicy = {
  holdMinutes: 5,
  offerMinutes: 30,
  checkInBefore: 15,
  checkInAfter: 10,
  changeUntilMinutes: 60,
  perDay: 2,
  perItem: 1,
  noShowCount: 3,
  noShowDays: 90,
  pauseDays: 30,
}

/** 09:00–12:00 and 13:00–17:00 on Mondays to Fridays, as service halls keep them. */
export const usualHallWeek: readonly WeeklySpan[] = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, from: 540, to: 720 },
  { weekday, from: 780, to: 1020 },
])

/** Levels of an item at a hall: for its own territory, for everyone of the street (全街通办) or of the district (全区通办). */
export const itemScopes = ['own', 'street', 'district'] as const
export type ItemScope = (typeof itemScopes)[number]
