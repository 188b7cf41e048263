import * as z from 'zod/mini'
import { clockKinds, clockOutcomes } from '../domain/orders/order-clocks'
import { Id, Instant, OrgRef } from './common'

/** The running clock that matters to the caller: their own org's first, else the one that is due next. */
export const OrderDue = z.strictObject({
  kind: z.enum(clockKinds),
  warnAt: Instant,
  dueAt: Instant,
  /** Reckoned beyond the calendar that is known, so that it may still move. */
  isProvisional: z.boolean(),
})
export type OrderDue = z.infer<typeof OrderDue>

export const OrderClock = z.strictObject({
  id: Id,
  kind: z.enum(clockKinds),
  /** Who answers for it; null for the resident's own clock. */
  holder: z.nullable(OrgRef),
  startedAt: Instant,
  warnAt: Instant,
  dueAt: Instant,
  endedAt: z.nullable(Instant),
  outcome: z.enum(clockOutcomes),
  /** When it was recorded that the due time had passed. */
  overdueAt: z.nullable(Instant),
  /** Of the resident's clock: who had used its time when it ran out. */
  chargedTo: z.nullable(OrgRef),
  isProvisional: z.boolean(),
  /** How the due time came about, in Chinese. */
  why: z.string(),
})
export type OrderClock = z.infer<typeof OrderClock>

/** How far the loop is that a rating of one or two stars starts. */
export const BadReviewStage = z.strictObject({
  needsCallback: z.boolean(),
  needsRectifying: z.boolean(),
  isFollowUpOpen: z.boolean(),
  isOver: z.boolean(),
})
