import { sayTime } from '../time/china-time'

/** What volunteers are told of the activities that they signed up for. */
export const activityNoticeKinds = ['activity.cancelled', 'activity.reminded'] as const
export type ActivityNoticeKind = (typeof activityNoticeKinds)[number]

interface ActivityNoticeFacts {
  /** Name of the team. */
  readonly by: string
  /** When the activity begins, ISO 8601 with offset. */
  readonly startsAt?: string | undefined
  readonly now: Date
}

const when = ({ startsAt, now }: ActivityNoticeFacts): string =>
  startsAt === undefined ? '近日' : sayTime(new Date(startsAt), now)

const sentences: Record<ActivityNoticeKind, (facts: ActivityNoticeFacts) => string> = {
  'activity.cancelled': (facts) => `${facts.by}取消了 ${when(facts)} 的活动，不用去了，可以看看别的活动`,
  'activity.reminded': (facts) => `${when(facts)} 有你报名的活动，记得到场签到。来不了，请提前取消，把名额让给别人`,
}

/** One plain sentence for whoever signed up. */
export const activityNoticeWords = (kind: ActivityNoticeKind, facts: ActivityNoticeFacts): string =>
  sentences[kind](facts)

export const isActivityNotice = (kind: string): kind is ActivityNoticeKind =>
  (activityNoticeKinds as readonly string[]).includes(kind)
