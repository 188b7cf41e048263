import * as z from 'zod/mini'
import { orderStatuses } from '../domain/orders/order-flow'
import { clockTasks } from '../domain/orders/order-tasks'
import { OrgRef } from './common'
import { Colleague } from './members'

export const CountsByStatus = z.partialRecord(z.enum(orderStatuses), z.int())
export const OrderCounts = z.strictObject({
  counts: CountsByStatus,
  /** Those of them that are urgent. */
  urgent: CountsByStatus,
  /** Rated ones that this member may grade by now; null for roles that grade nothing. */
  mayGrade: z.nullable(z.int()),
  /** Orders whose first running clock of this org has passed its due time. */
  overdue: z.int(),
  /** Those of which most of the time is used, and that are not overdue yet. */
  warned: z.int(),
  /** Orders on which this org has a callback, a rectification or a decision to make, by which; disputes of graded ones too. */
  tasks: z.record(z.enum(clockTasks), z.int()),
})
export type OrderCounts = z.infer<typeof OrderCounts>

const TargetOrg = z.strictObject({
  ...OrgRef.shape,
  /** In hand of the org and of any of its members. */
  openOrders: z.int(),
})
/** To whom an order can be dispatched, those with the least in hand first. */
export const DispatchTargets = z.strictObject({
  members: z.array(Colleague),
  grids: z.array(TargetOrg),
  units: z.array(TargetOrg),
})
export type DispatchTargets = z.infer<typeof DispatchTargets>
