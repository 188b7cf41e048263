/**
 * How someone stands to an order of which they are told. `holder` has it in hand: whoever it was dispatched to, else the
 * staff of its community.
 */
export type Audience = 'owner' | 'placer' | 'community' | 'assignee' | 'holder' | 'street'

/** What the table may ask of a fact. */
export interface NewsFact {
  readonly isUrgent: boolean
  readonly isOnBehalf: boolean
  readonly decision?: string | undefined
  readonly stars?: number | undefined
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
  /** Of what is gathered. */
  count?: number
}

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
    { to: asking, kind: 'order.reworking' },
    { to: ['holder', 'community'], kind: 'order.rework' },
  ],
  'order.approved': [{ to: asking, kind: 'order.approved' }],
  'order.seconded': [{ to: ['owner'], kind: 'order.seconded', isGathered: true }],
  'order.merged': [{ to: asking, kind: 'order.merged' }],
  'order.unmerged': [{ to: asking, kind: 'order.unmerged' }],
}

/** The rules that hold for a fact, in order. */
export const rulesFor = (topic: string, fact: NewsFact): Rule[] =>
  (noticeRules[topic] ?? []).filter(({ when }) => when?.(fact) ?? true)
