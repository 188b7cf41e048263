import type { OrderStatus } from './order-flow'
import type { OrderState } from './order-guards'

/** An order of which nothing is known but what the test says. */
export const orderIs = (status: OrderStatus, more: Partial<OrderState> = {}): OrderState => ({
  status,
  fulfilledAt: null,
  ratedAt: null,
  visibility: 'private',
  approvedAt: null,
  stars: null,
  calledBackAt: null,
  rectifiedAt: null,
  followedUpAt: null,
  fulfilDueAt: null,
  extensionAskedAt: null,
  extensionResolvedAt: null,
  urgedAt: null,
  disputedAt: null,
  disputeResolvedAt: null,
  escalatedAt: null,
  escalationResolvedAt: null,
  offeredAt: null,
  claimedAt: null,
  contactedAt: null,
  ...more,
})
