import { sayTime } from '../time/china-time'

/** What volunteers are told of the activities that they signed up for. */
export const activityNoticeKinds = ['activity.cancelled', 'activity.reminded', 'activity.moved'] as const
export type ActivityNoticeKind = (typeof activityNoticeKinds)[number]

interface ActivityNoticeFacts {
  /** Name of the team. */
  readonly by: string
  /** When the activity begins, ISO 8601 with offset. */
  readonly startsAt?: string | undefined
  /** When it would have begun, where that has changed. */
  readonly wasAt?: string | undefined
  /** Until when it lasts, where that alone has changed. */
  readonly until?: string | undefined
  /** It meets at another place. */
  readonly isElsewhere?: boolean | undefined
  /** The reader signed up for something else at that time. */
  readonly isClash?: boolean | undefined
  /** Why it was called off, in the words of whoever did. */
  readonly note?: string | undefined
  readonly now: Date
}

const when = ({ startsAt, now }: ActivityNoticeFacts): string =>
  startsAt === undefined ? '近日' : sayTime(new Date(startsAt), now)

function sayMove(facts: ActivityNoticeFacts): string {
  const { wasAt, until, isElsewhere, isClash, by, now } = facts
  const said = (iso: string) => sayTime(new Date(iso), now)
  const changes = [
    wasAt !== undefined && `改到 ${when(facts)}`,
    until !== undefined && `改到 ${said(until)} 结束`,
    isElsewhere && '换了集合地点，点开看在哪里',
  ].filter(Boolean)
  const advice = isClash ? '这和你报的别的活动时间重叠，请取消一个' : '来不了，请提前取消，把名额让给别人'
  return `${by}把 ${wasAt === undefined ? when(facts) : said(wasAt)} 的活动${changes.join('，')}。${advice}`
}

const sentences: Record<ActivityNoticeKind, (facts: ActivityNoticeFacts) => string> = {
  'activity.cancelled': (facts) =>
    `${facts.by}取消了 ${when(facts)} 的活动${facts.note === undefined ? '' : `（${facts.note}）`}，不用去了，可以看看别的活动`,
  'activity.reminded': (facts) => `${when(facts)} 有你报名的活动，记得到场签到。来不了，请提前取消，把名额让给别人`,
  'activity.moved': sayMove,
}

/** One plain sentence for whoever signed up. */
export const activityNoticeWords = (kind: ActivityNoticeKind, facts: ActivityNoticeFacts): string =>
  sentences[kind](facts)

export const isActivityNotice = (kind: string): kind is ActivityNoticeKind =>
  (activityNoticeKinds as readonly string[]).includes(kind)

/** Why a date is off for which a team called, when the team has the wish no more. */
export const claimEndedNote = '心愿不再由队伍承办'
/** What stands for the words of a date whose wish is somebody's who is gone; and in the ledger of points, which keeps. */
export const wishServiceTitle = '为心愿服务'
