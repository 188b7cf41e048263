import * as z from 'zod/mini'
import { horizonKinds } from '../domain/booking/schedule'
import { isInChina } from '../domain/geo/gcj02'
import { DayDate } from './calendar'
import { text } from './common'

/** GCJ-02, in China. */
export const HallPoint = z
  .strictObject({
    lat: z.number().check(z.gte(-90), z.lte(90)),
    lng: z.number().check(z.gte(-180), z.lte(180)),
  })
  .check(z.refine(isInChina, { path: ['lat'], error: '这个位置不在国内，请核对纬度和经度' }))

/** Minutes since midnight, half-open: 09:00–12:00 is `{from: 540, to: 720}`. */
export const DaySpan = z
  .strictObject({ from: z.int().check(z.gte(0), z.lte(1439)), to: z.int().check(z.gte(1), z.lte(1440)) })
  .check(z.refine(({ from, to }) => from < to, { path: ['to'], error: '结束时间要晚于开始时间' }))
/** `weekday`: 0 Sunday … 6 Saturday. */
export const WeeklySpan = z
  .strictObject({
    weekday: z.int().check(z.gte(0), z.lte(6)),
    from: z.int().check(z.gte(0), z.lte(1439)),
    to: z.int().check(z.gte(1), z.lte(1440)),
  })
  .check(z.refine(({ from, to }) => from < to, { path: ['to'], error: '结束时间要晚于开始时间' }))
export const Week = z.array(WeeklySpan).check(z.maxLength(42))

/** Dates both included; without hours the hall is closed. */
export const DatedOverride = z
  .strictObject({
    from: DayDate,
    through: DayDate,
    hours: z.array(DaySpan).check(z.maxLength(6)),
    reason: text(60),
  })
  .check(z.refine(({ from, through }) => from <= through, { path: ['through'], error: '结束日期不能早于开始日期' }))

const whole = (min: number, max: number) => z.int().check(z.gte(min), z.lte(max))

export const ItemRules = z.strictObject({
  /** Its own week in place of the hall's; null keeps the hall's. */
  weekly: z.nullable(Week),
  slotMinutes: whole(5, 240),
  bufferMinutes: whole(0, 120),
  windows: whole(1, 50),
  perWindow: whole(1, 200),
  walkInPercent: whole(0, 100),
  leadMinutes: whole(0, 43_200),
  horizonDays: whole(0, 90),
  horizonKind: z.enum(horizonKinds),
})

export const BookingPolicy = z.strictObject({
  holdMinutes: whole(1, 30),
  offerMinutes: whole(5, 240),
  checkInBefore: whole(0, 120),
  checkInAfter: whole(0, 120),
  changeUntilMinutes: whole(0, 10_080),
  perDay: whole(1, 20),
  perItem: whole(1, 20),
  noShowCount: whole(1, 20),
  noShowDays: whole(1, 365),
  pauseDays: whole(1, 365),
})

const { leadMinutes, horizonDays, horizonKind, walkInPercent } = ItemRules.shape
/** What a district sets for its halls: times and limits, notice, horizon and what is kept for walk-ins. */
export const BookingDefaults = z.strictObject({
  ...BookingPolicy.shape,
  ...{ leadMinutes, horizonDays, horizonKind, walkInPercent },
})
