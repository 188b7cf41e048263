import type { ClockKind } from './order-clocks'

/** What waits for the org of a queue beside the ordinary way of an order, each with the clock that runs while it does. */
export const taskClocks = {
  callback: 'callback',
  rectify: 'rectify',
  extension: 'resolve_extension',
  dispute: 'resolve_dispute',
  escalation: 'resolve_escalation',
} as const satisfies Record<string, ClockKind>
export type ClockTask = keyof typeof taskClocks
export const clockTasks = Object.keys(taskClocks) as ClockTask[]

/** By which a queue can be narrowed: those, and whose first clock is overdue, or soon will be. */
export const orderTasks = [...clockTasks, 'overdue', 'warned'] as const
export type OrderTask = (typeof orderTasks)[number]

export const isClockTask = (task: OrderTask): task is ClockTask => task in taskClocks
