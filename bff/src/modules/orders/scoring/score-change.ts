import { contributionOf, differenceOf } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { keepScores } from '../../scores'
import type { OrderClockRow } from '../clocks/order-clock.entity'
import type { OrderRow } from '../order.entity'
import { scoredOrder } from './scored-order'

interface Side {
  readonly order: Omit<OrderRow, 'no'>
  readonly clocks: readonly OrderClockRow[]
}

/** Brings the counters from what an order was to what it is, in the transaction that changes it. */
export function scoreChange(em: EntityManager, now: Date, before: Side, after: Side): Promise<void> {
  const [was, is] = [before, after].map(({ order, clocks }) => contributionOf(scoredOrder(order, clocks)))
  const { districtCode, id } = after.order
  return keepScores(em, { districtCode, orderId: id, now }, differenceOf(was ?? [], is ?? []))
}
