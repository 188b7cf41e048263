import type { Notice } from '@xinban/shared/contracts'
import type { PageName, PageQuery } from '@/platform/pages'
import { actionWords, sayTime, whistleActionWords, type NoticeKind } from '@xinban/shared/domain'

/** Counting stops here. */
const most = 100

/** `3 条未读`, `没有未读`. */
export const sayUnread = (unread: number): string =>
  unread === 0 ? '没有未读' : `${unread >= most ? `${most - 1}+` : unread} 条未读`

/** What staff are told; they open it as staff. */
const staffKinds: readonly NoticeKind[] = [
  'order.urgent',
  'order.decline-overruled',
  'order.assigned',
  'order.rated-low',
  'order.rework',
]
const isForStaff = ({ kind }: Pick<Notice, 'kind'>): boolean => staffKinds.includes(kind)

/** About a place that one waits for, or waited for: the subject may be no booking yet. */
const waitKinds: readonly NoticeKind[] = [
  'booking.offered',
  'booking.offer-lapsed',
  'booking.offer-withdrawn',
  'booking.wait-over',
  'booking.wait-closed',
]

/** The page of what a notice is about. */
export function leadsTo(notice: Notice): { to: PageName; query: PageQuery } {
  const { kind, subject } = notice
  if (waitKinds.includes(kind)) return { to: 'bookings', query: { tab: 'wait' } }
  if (subject.type === 'whistle' || subject.type === 'pledge' || subject.type === 'activity')
    return { to: subject.type, query: { id: subject.id } }
  if (subject.type === 'survey') {
    return { to: kind === 'survey.closed' ? 'survey-result' : 'survey', query: { id: subject.id } }
  }
  if (subject.type === 'need') return { to: 'needs', query: {} }
  if (subject.type === 'booking') return { to: 'booking', query: { id: subject.id } }
  return { to: 'order', query: { id: subject.id, ...(isForStaff(notice) && { as: 'staff' }) } }
}

export interface NoticeDay {
  /** `今天`, `昨天`, `11 月 20 日`. */
  readonly day: string
  readonly notices: readonly Notice[]
}

/** Day and time of day as people say them: `今天` and `17:00`. */
function saidParts(notice: Pick<Notice, 'at'>, now: Date): [day: string, time: string] {
  const said = sayTime(new Date(notice.at), now)
  return [said.slice(0, -6), said.slice(-5)]
}
export const timeOf = (notice: Notice, now: Date): string => saidParts(notice, now)[1]

/** A list in order of time, by days. */
export function byDays(notices: readonly Notice[], now: Date): NoticeDay[] {
  const days = new Map<string, Notice[]>()
  for (const notice of notices) {
    const [day] = saidParts(notice, now)
    days.set(day, [...(days.get(day) ?? []), notice])
  }
  return [...days].map(([day, ofDay]) => ({ day, notices: ofDay }))
}

const topicActions: Readonly<Record<string, keyof typeof actionWords>> = {
  'order.placed': 'place',
  'order.accepted': 'accept',
  'order.decline-requested': 'decline',
  'order.decline-resolved': 'resolve-decline',
  'order.dispatched': 'dispatch',
  'order.progressed': 'progress',
  'order.fulfilled': 'fulfil',
  'order.withdrawn': 'withdraw',
  'order.rated': 'rate',
  'order.graded': 'grade',
  'order.rework-requested': 'rework',
  'order.approved': 'approve',
  'order.seconded': 'second',
  'order.merged': 'merge',
  'order.unmerged': 'unmerge',
}

const whistleTopics: Readonly<Record<string, string>> = {
  'whistle.blown': whistleActionWords.blow,
  'whistle.refused': whistleActionWords.refuse,
  'whistle.refusal-resolved': whistleActionWords['resolve-refusal'],
  'whistle.attended': whistleActionWords['report-in'],
  'whistle.progressed': whistleActionWords.progress,
  'whistle.finished': whistleActionWords.finish,
  'whistle.sent-back': whistleActionWords['send-back'],
  'whistle.closed': whistleActionWords.close,
  'whistle.withdrawn': whistleActionWords.withdraw,
  'whistle.overdue': '哨单超期',
}

/** What a message that was given up is about. */
export function tellTopic(topic: string): string {
  const action = topicActions[topic]
  if (topic in whistleTopics) return `「${whistleTopics[topic]}」的消息`
  return action === undefined ? `系统消息（${topic}）` : `「${actionWords[action]}」的消息`
}
