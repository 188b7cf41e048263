import type { Order, OrderClock, OrderDue, OrderSummary } from '@xinban/shared/contracts'
import {
  badReviewOf,
  clockKindWords,
  dueWords,
  followUpClosesAt,
  formatInstant,
  isDisputeOpen,
  isEscalated,
  windowsOf,
} from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { orgRef, type Org } from '../../orgs'
import type { OrderRow, RunningClock } from '../order.entity'
import type { OrderClockRow } from './order-clock.entity'
import type { ClockRules } from '../../calendar'

type Orgs = ReadonlyMap<string, Org>
type Timed = Pick<OrderSummary, 'due' | 'promisedAt' | 'badReview' | 'isDisputed' | 'isEscalated' | 'urgeCount'>

/** What a summary says of time and trouble, to a party of the order. */
export function presentTime(ctx: Ctx, order: OrderRow, { limits }: ClockRules): Timed {
  const promised = order.clocks?.find(({ kind }) => kind === 'resident')
  return {
    due: presentDue(ctx, order),
    promisedAt: promised ? formatInstant(new Date(promised.dueAt)) : null,
    badReview: badReviewOf(order, ctx.now, windowsOf(order.windows, limits).followUpWindowDays),
    isDisputed: isDisputeOpen(order),
    isEscalated: isEscalated(order),
    urgeCount: order.urgeCount,
  }
}

/** By when the street calls back and the handler puts right, and until when the owner may rate that. */
export function presentReviewDates(
  { clocks, rectifiedAt, windows }: OrderRow,
  { badReview }: Pick<OrderSummary, 'badReview'>,
  { limits }: ClockRules,
): Order['badReviewDates'] {
  if (!badReview) return null
  const dueOf = (kind: RunningClock['kind']) => {
    const clock = clocks?.find((running) => running.kind === kind)
    return clock ? formatInstant(new Date(clock.dueAt)) : null
  }
  const { followUpWindowDays } = windowsOf(windows, limits)
  const isToRate = badReview.isFollowUpOpen && rectifiedAt !== null
  return {
    callbackBy: dueOf('callback'),
    rectifyBy: dueOf('rectify'),
    followUpUntil: isToRate ? formatInstant(followUpClosesAt(rectifiedAt, followUpWindowDays)) : null,
  }
}

/** The same for everyone else: nothing. */
export const untimed: Timed = {
  due: null,
  promisedAt: null,
  badReview: null,
  isDisputed: false,
  isEscalated: false,
  urgeCount: 0,
}

/**
 * Of the clocks that run by now, the one that is due first among those of the caller's own orgs, else among all. Its
 * owner has one clock only, the resident's. The clocks of an order stand in the order of their due times.
 */
function presentDue({ actor, now }: Ctx, order: OrderRow): OrderDue | null {
  const running = (order.clocks ?? []).filter(({ startedAt }) => Date.parse(startedAt) <= now.getTime())
  const isOwner = order.ownerId === actor.personId || order.placedById === actor.personId
  const holders = running.filter(({ kind }) => kind !== 'resident')
  const own = holders.find(({ holderCode }) => actor.memberships.some(({ orgCode }) => orgCode === holderCode))
  const shown = own ?? (isOwner ? running.find(({ kind }) => kind === 'resident') : holders[0])
  return shown ? toDue(shown) : null
}

const toDue = ({ kind, warnAt, dueAt, isProvisional }: RunningClock): OrderDue => ({
  kind,
  warnAt: formatInstant(new Date(warnAt)),
  dueAt: formatInstant(new Date(dueAt)),
  isProvisional: isProvisional === true,
})

/** What began each clock, for the words of its reckoning. */
const beginnings: Record<OrderClockRow['kind'], string> = {
  resident: '收单',
  accept: '收单',
  fulfil: '收单',
  rework: '退回返工',
  resolve_decline: '申请退单',
  resolve_extension: '申请延期',
  resolve_dispute: '提出异议',
  resolve_escalation: '提级',
  callback: '差评',
  rectify: '差评',
  grade: '可以评单',
  approve: '送审',
  claim: '上心愿墙',
  contact: '认领',
}

/** The clocks that a caller may see, oldest first. */
export function presentClocks(ctx: Ctx, clocks: readonly OrderClockRow[], orgs: Orgs): OrderClock[] {
  const isMember = ctx.actor.memberships.length > 0
  const ref = (code: string | null) => {
    const org = code === null ? undefined : orgs.get(code)
    return org ? orgRef(org) : null
  }
  return clocks
    .filter(({ kind }) => isMember || kind === 'resident')
    .map((clock) => ({
      id: clock.id,
      kind: clock.kind,
      holder: clock.kind === 'resident' ? null : ref(clock.holderCode),
      startedAt: formatInstant(clock.startedAt),
      warnAt: formatInstant(clock.warnAt),
      dueAt: formatInstant(clock.dueAt),
      endedAt: clock.endedAt && formatInstant(clock.endedAt),
      outcome: clock.outcome,
      overdueAt: clock.overdueAt && formatInstant(clock.overdueAt),
      chargedTo: ref(clock.chargedTo),
      isProvisional: clock.isProvisional,
      why: `${clockKindWords[clock.kind]}时限：${dueWords(clock, beginnings[clock.kind])}`,
    }))
}

/** Codes of the orgs that the clocks name. */
export const orgsOfClocks = (clocks: readonly OrderClockRow[]): (string | null)[] =>
  clocks.flatMap(({ holderCode, chargedTo }) => [holderCode, chargedTo])
