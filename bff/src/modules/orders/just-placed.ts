import type { Ctx } from '../../context'
import type { ClockRules } from '../calendar'
import type { OrderClockRow } from './clocks/order-clock.entity'
import type { EventWithNote } from './order-event.repository'
import type { WholeOrder } from './order.repository'

/** An order with everything that is shown of it. */
export interface ShownOrder extends WholeOrder {
  readonly events: readonly EventWithNote[]
  readonly clocks: readonly OrderClockRow[]
  readonly rules: ClockRules
}

const placed = new WeakMap<Ctx, ShownOrder>()

/** A request has written this order, and knows it as it reads back. A later attempt of the same unit takes its place. */
export const notePlaced = (ctx: Ctx, order: ShownOrder): void => void placed.set(ctx, order)

/**
 * The order that this very request has written, to answer it without reading it back; undefined for any other, such as
 * that of an earlier request with the same key. Only for whoever knows that it was committed.
 */
export function justPlaced(ctx: Ctx, id: string): ShownOrder | undefined {
  const shown = placed.get(ctx)
  return shown?.order.id === id ? shown : undefined
}
