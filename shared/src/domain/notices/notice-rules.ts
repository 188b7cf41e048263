import { bookingNoticeKinds } from './booking-notices'
import { holderOf, type ClockKind } from '../orders/order-clocks'
import { pledgeNoticeKinds } from './pledge-notices'
import { activityNoticeKinds } from '../volunteers/activity-notices'
import type { WhistleStep } from '../whistles/whistle-clocks'

/**
 * How someone stands to an order of which they are told. `holder` has it in hand: whoever it was dispatched to, else the
 * staff of its community; `invited` is staff of the unit that was asked to join in.
 */
export type Audience = 'owner' | 'placer' | 'community' | 'assignee' | 'holder' | 'street' | 'district' | 'invited'

/** What the table may ask of a fact. */
export interface NewsFact {
  readonly isUrgent: boolean
  readonly isOnBehalf: boolean
  readonly decision?: string | undefined
  readonly stars?: number | undefined
  /** The clock that a warning or an overdue is of. */
  readonly clock?: ClockKind | undefined
  /** It was the one decline or rework too many. */
  readonly isEscalated?: boolean | undefined
  /** It stands on the wall of wishes after it. */
  readonly isListed?: boolean | undefined
}

interface Rule {
  readonly to: readonly Audience[]
  readonly kind: NoticeKind
  readonly when?: (fact: NewsFact) => boolean
  /** One notice a day and order, which counts, instead of one for each fact. */
  readonly isGathered?: true
}

export const noticeKinds = [
  'order.urgent',
  'order.placed-for-you',
  'order.accepted',
  'order.declined',
  'order.redirected',
  'order.decline-overruled',
  'order.dispatched',
  'order.assigned',
  'order.progressed',
  'order.fulfilled',
  'order.rated-low',
  'order.graded',
  'order.reworking',
  'order.rework',
  'order.approved',
  'order.seconded',
  'order.merged',
  'order.unmerged',
  'order.urged',
  'order.extended',
  'order.extension-requested',
  'order.extension-granted',
  'order.extension-refused',
  'order.disputed',
  'order.dispute-upheld',
  'order.dispute-rejected',
  'order.rectified',
  'order.escalated',
  'order.assigned-by-district',
  'order.ended-by-district',
  'order.listed',
  'order.unlisted',
  'order.claimed',
  'order.back-on-wall',
  'order.unit-invited',
  'order.unit-joined',
  'clock.contact-soon',
  'clock.untaken',
  'clock.warned',
  'clock.overdue',
  'clock.promise-missed',
  ...pledgeNoticeKinds,
  ...bookingNoticeKinds,
  ...activityNoticeKinds,
  'whistle.blown',
  'whistle.refused',
  'whistle.excused',
  'whistle.refusal-overruled',
  'whistle.attended',
  'whistle.progressed',
  'whistle.finished',
  'whistle.sent-back',
  'whistle.closed',
  'whistle.withdrawn',
  'whistle.graded',
  'whistle.street-graded',
  'whistle.warned',
  'whistle.overdue',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Codes that the words of a notice need. */
export interface NoticeData {
  /** Org that acted. */
  byCode?: string
  /** Org it went to. */
  toCode?: string
  /** Until when it will be done, ISO 8601 with offset. */
  dueAt?: string
  stars?: number
  /** Of a whistle: what a department did not do in time. */
  step?: WhistleStep
  /** The clock that ran, or is about to run, out. */
  clock?: ClockKind
  /** Of what is gathered. */
  count?: number
  /** Of a booking or an activity: when it begins, until when an offer or a pause holds; ISO 8601 with offset. */
  startsAt?: string
  /** Of an activity that was moved: when it would have begun, whether the place is another, and what else it meets. */
  wasAt?: string
  isElsewhere?: boolean
  isClash?: boolean
  until?: string
  window?: number
}

/** Of the clocks of a community or a street; what the district decides stands in its queue. */
const isHeldBy =
  (holder: 'community' | 'street') =>
  ({ clock }: NewsFact): boolean =>
    clock !== undefined && clock !== 'resident' && holderOf(clock) === holder
/** A warning is for what cannot wait; the rest is marked in the queue. */
const isPressing = (fact: NewsFact): boolean => fact.isUrgent || fact.clock === 'callback'

/** At most so many stars are a bad mark that the street hears of at once. */
const lowStars = 2
const asking = ['owner', 'placer'] as const

/**
 * Who is told what, by the topic of a message. Residents hear of every step of what they asked for. Staff have queues
 * with counts; they are told only of what cannot wait or would pass them by, so that nobody drowns in notices.
 * Nobody is told of what they did themselves, and nobody twice of one fact: the first rule that names them holds.
 */
export const noticeRules: Readonly<Record<string, readonly Rule[]>> = {
  'order.placed': [
    { to: ['owner'], kind: 'order.placed-for-you', when: ({ isOnBehalf }) => isOnBehalf },
    { to: ['community'], kind: 'order.urgent', when: ({ isUrgent }) => isUrgent },
  ],
  'order.accepted': [{ to: asking, kind: 'order.accepted' }],
  'order.decline-resolved': [
    { to: asking, kind: 'order.declined', when: ({ decision }) => decision === 'confirm' },
    { to: asking, kind: 'order.redirected', when: ({ decision }) => decision === 'redirect' },
    { to: ['community'], kind: 'order.decline-overruled', when: ({ decision }) => decision === 'overrule' },
  ],
  'order.dispatched': [
    { to: asking, kind: 'order.dispatched' },
    { to: ['assignee'], kind: 'order.assigned' },
  ],
  'order.progressed': [{ to: asking, kind: 'order.progressed' }],
  'order.fulfilled': [{ to: asking, kind: 'order.fulfilled' }],
  'order.rated': [{ to: ['street'], kind: 'order.rated-low', when: ({ stars = 5 }) => stars <= lowStars }],
  'order.graded': [{ to: asking, kind: 'order.graded' }],
  'order.rework-requested': [
    { to: ['district'], kind: 'order.escalated', when: ({ isEscalated }) => isEscalated === true },
    { to: asking, kind: 'order.reworking' },
    { to: ['holder', 'community'], kind: 'order.rework' },
  ],
  'order.approved': [
    { to: asking, kind: 'order.listed', when: ({ isListed }) => isListed === true },
    { to: asking, kind: 'order.approved' },
  ],
  'order.unlisted': [{ to: [...asking, 'community'], kind: 'order.unlisted' }],
  'order.claimed': [{ to: [...asking, 'community'], kind: 'order.claimed' }],
  'order.unit-invited': [{ to: ['invited'], kind: 'order.unit-invited' }],
  'order.unit-joined': [{ to: ['assignee'], kind: 'order.unit-joined' }],
  'order.released': [{ to: asking, kind: 'order.back-on-wall' }],
  'order.claim-lapsed': [{ to: asking, kind: 'order.back-on-wall' }],
  'order.seconded': [{ to: ['owner'], kind: 'order.seconded', isGathered: true }],
  'order.merged': [{ to: asking, kind: 'order.merged' }],
  'order.unmerged': [{ to: asking, kind: 'order.unmerged' }],
  'order.decline-requested': [
    { to: ['district'], kind: 'order.escalated', when: ({ isEscalated }) => isEscalated === true },
  ],
  'order.urged': [{ to: ['holder', 'community'], kind: 'order.urged', isGathered: true }],
  'order.extension-requested': [{ to: ['street'], kind: 'order.extension-requested' }],
  'order.extension-resolved': [
    { to: asking, kind: 'order.extended', when: ({ decision }) => decision === 'grant' },
    { to: ['holder', 'community'], kind: 'order.extension-granted', when: ({ decision }) => decision === 'grant' },
    { to: ['holder', 'community'], kind: 'order.extension-refused', when: ({ decision }) => decision === 'refuse' },
  ],
  'order.disputed': [{ to: ['street'], kind: 'order.disputed' }],
  'order.dispute-resolved': [
    { to: asking, kind: 'order.dispute-upheld', when: ({ decision }) => decision === 'uphold' },
    { to: asking, kind: 'order.dispute-rejected', when: ({ decision }) => decision === 'reject' },
    { to: ['holder', 'community'], kind: 'order.rework', when: ({ decision }) => decision === 'uphold' },
  ],
  'order.rectified': [{ to: ['owner'], kind: 'order.rectified' }],
  'order.escalation-resolved': [
    { to: ['community'], kind: 'order.assigned-by-district', when: ({ decision }) => decision === 'assign' },
    { to: asking, kind: 'order.ended-by-district', when: ({ decision }) => decision === 'end' },
  ],
  'clock.warned': [
    { to: ['assignee'], kind: 'clock.contact-soon', when: ({ clock }) => clock === 'contact' },
    {
      to: ['holder', 'community'],
      kind: 'clock.warned',
      when: (fact) => isPressing(fact) && isHeldBy('community')(fact),
    },
    { to: ['street'], kind: 'clock.warned', when: (fact) => isPressing(fact) && isHeldBy('street')(fact) },
  ],
  'clock.overdue': [
    { to: ['street'], kind: 'clock.untaken', when: ({ clock }) => clock === 'claim' },
    { to: asking, kind: 'clock.promise-missed', when: ({ clock }) => clock === 'resident' },
    { to: ['holder', 'community'], kind: 'clock.overdue', when: isHeldBy('community') },
    { to: ['street'], kind: 'clock.overdue', when: isHeldBy('street') },
  ],
}

/** The rules that hold for a fact, in order. */
export const rulesFor = (topic: string, fact: NewsFact): Rule[] =>
  (noticeRules[topic] ?? []).filter(({ when }) => when?.(fact) ?? true)
