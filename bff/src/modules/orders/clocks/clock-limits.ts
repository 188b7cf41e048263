import { acceptLimit, fulfilLimit, type ClockKind, type Limit, type LimitKey, type Limits } from '@xinban/shared/domain'
import type { OrderRow } from '../order.entity'

type Limited = Pick<OrderRow, 'kind' | 'urgency' | 'limitDays' | 'isComplex' | 'claimedAt'>

const keys = {
  resolve_decline: 'resolveDecline',
  resolve_extension: 'resolveExtension',
  resolve_dispute: 'resolveDispute',
  resolve_escalation: 'resolveEscalation',
  callback: 'callback',
  rectify: 'rectify',
  grade: 'grade',
  approve: 'approveWish',
  claim: 'claimWish',
  contact: 'contactWish',
} as const satisfies Partial<Record<ClockKind, LimitKey>>

/** How long a clock of this kind runs for an order; the service item's own limit wins over the district's. */
export function limitOf(
  kind: ClockKind,
  { kind: orderKind, urgency, limitDays, isComplex, claimedAt }: Limited,
  limits: Limits,
): Limit {
  const isUrgent = urgency === 'urgent'
  if (kind === 'accept') return acceptLimit(limits, { isUrgent })
  if (claimedAt && (kind === 'fulfil' || kind === 'rework')) return limits.fulfilClaim
  if (kind === 'resident' || kind === 'fulfil' || kind === 'rework') {
    const itemLimit: Limit | null = limitDays === null ? null : { unit: 'working_days', value: limitDays }
    if (orderKind === 'wish' && itemLimit === null && !isUrgent) return limits.fulfilWish
    return fulfilLimit(limits, { isUrgent, isComplex, itemLimit })
  }
  return limits[keys[kind]]
}

/** What decides whether an order can be accepted as a complex one. */
export const complexCandidate = ({ isComplex, urgency, limitDays, clocks }: Limited & Pick<OrderRow, 'clocks'>) => ({
  isComplex,
  isUrgent: urgency === 'urgent',
  hasOwnLimit: limitDays !== null,
  dueAts: (clocks ?? []).map(({ dueAt }) => new Date(dueAt)),
})
