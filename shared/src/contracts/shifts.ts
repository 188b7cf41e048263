import * as z from 'zod/mini'
import { Instant, optionalText, text } from './common'

/** In milliseconds. */
const longest = 86_400_000

const span = { startsAt: Instant, endsAt: Instant }
interface Span {
  readonly startsAt: string
  readonly endsAt: string
}

/** From when to when, as a date has it: in this order, and a day at most. */
export const spanChecks = [
  z.refine<Span>(({ startsAt, endsAt }: Span) => new Date(startsAt) < new Date(endsAt), {
    path: ['endsAt'],
    error: '结束时间要晚于开始时间',
  }),
  z.refine<Span>(({ startsAt, endsAt }: Span) => new Date(endsAt).getTime() - new Date(startsAt).getTime() <= longest, {
    path: ['endsAt'],
    error: '一次活动最长 24 小时，更长的请分几次发',
  }),
] as const

/** When and where volunteers meet, and how many of them. */
export const shiftTimes = {
  ...span,
  place: text(40),
  capacity: z.int().check(z.gte(1), z.lte(500)),
}
/** A date as whoever offers it writes it. */
export const shiftWords = { title: text(40), detail: optionalText(1000), ...shiftTimes }

/** Volunteers of the team are asked to come along to what it claimed. */
export const CallVolunteers = z.strictObject(shiftWords).check(...spanChecks)
export type CallVolunteers = z.output<typeof CallVolunteers>

/** Another time or place for a date that has not begun; as many places as signed up at least. */
export const MoveActivity = z.strictObject(shiftTimes).check(...spanChecks)
export type MoveActivity = z.output<typeof MoveActivity>
