import {
  fulfilKinds,
  holderOf,
  inHandStatuses,
  isDisputeOpen,
  isEscalated,
  isOpen,
  type ClockKind,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { findClocks } from '../src/modules/orders/clocks/clockwork'
import type { OrderClockRow } from '../src/modules/orders/clocks/order-clock.entity'
import type { OrderRow } from '../src/modules/orders/order.entity'

/** What waits for somebody has a clock, and what does not has none. */
function waitingFor(order: OrderRow): Partial<Record<ClockKind, boolean>> {
  const { status, extensionAskedAt, extensionResolvedAt, offeredAt, claimedAt, stars } = order
  if (status === 'merged') return {}
  const isBadLoop = isOpen(status) && stars !== null && stars <= 2 && !order.followedUpAt
  const isInHand = (inHandStatuses as readonly string[]).includes(status)
  return {
    claim: status === 'listed',
    approve: offeredAt !== null,
    ...(status !== 'in_progress' && { contact: false }),
    ...(claimedAt === null && { contact: false }),
    resolve_extension: isInHand && extensionAskedAt !== null && extensionResolvedAt === null,
    resolve_dispute: isDisputeOpen(order),
    resolve_escalation: isInHand && isEscalated(order),
    resolve_decline: status === 'declining' && !isEscalated(order),
    callback: isBadLoop && order.calledBackAt === null,
    rectify: isBadLoop && order.rectifiedAt === null,
  }
}

function checkHolders(order: OrderRow, running: readonly OrderClockRow[]): void {
  const kinds = running.map(({ kind }) => kind)
  for (const [kind, isWaiting] of Object.entries(waitingFor(order))) {
    expect([kind, kinds.includes(kind as ClockKind)]).toEqual([kind, isWaiting])
  }
  const isWorkedOn = ['accepted', 'in_progress', 'rework'].includes(order.status)
  if (isWorkedOn) expect([order.status, order.fulfilDueAt !== null]).toEqual([order.status, true])
  const codes = { community: order.communityCode, street: order.streetCode, district: order.districtCode }
  for (const { kind, holderCode } of running) {
    const isOfUnit = holderOf(kind) === 'unit' || (order.claimedAt !== null && fulfilKinds.some((own) => own === kind))
    const holder = holderOf(kind)
    const expected = isOfUnit || holder === 'unit' ? order.assigneeOrgCode : codes[holder]
    expect([kind, holderCode]).toEqual([kind, expected])
  }
}

/** What lists show is what runs; of a kind one at most, of an order that is over none, and the first of a holder leads. */
export async function checkClocks(em: EntityManager, order: OrderRow): Promise<void> {
  const clocks = await findClocks(em, order.id)
  const running = clocks.filter(({ outcome }) => outcome === 'running')
  const kinds = running.map(({ kind }) => kind)
  expect([...(order.clocks ?? []).map(({ kind }) => kind)].sort()).toEqual([...kinds].sort())
  expect(new Set(kinds).size).toBe(kinds.length)
  if (!isOpen(order.status)) expect(kinds.filter((kind) => kind !== 'resolve_dispute')).toEqual([])
  checkHolders(order, running)
  const holders = new Set(running.filter(({ kind }) => kind !== 'resident').map(({ holderCode }) => holderCode))
  expect(
    clocks
      .filter(({ isFront }) => isFront)
      .map(({ holderCode }) => holderCode)
      .sort(),
  ).toEqual([...holders].sort())
  for (const clock of clocks)
    expect([clock.outcome === 'running', clock.endedAt]).toEqual([clock.endedAt === null, clock.endedAt])
}
