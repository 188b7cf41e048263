import { activityNoticeKinds, formatInstant, isActivityNotice, type NoticeData } from '@xinban/shared/domain'
import { newId } from '../../../db/ids'
import type { OutboxHandler } from '../../../outbox/dispatcher'
import { findActivity, findClashes, placeHolders } from '../../volunteers'
import { inbox } from '../notice.repository'

interface Payload {
  readonly activityId?: string
  /** Who did it; they are not told. */
  readonly personId?: string
  /** Of a move: what it is now, and what has changed. */
  readonly startsAt?: string
  readonly wasAt?: string
  readonly until?: string
  readonly isElsewhere?: boolean
}

/** Tells whoever has a place at an activity. The topic is the kind of the notice. */
export const tellVolunteers: OutboxHandler = {
  name: 'volunteer-notices',
  topics: activityNoticeKinds,
  async handle(em, { id, topic, payload, createdAt }) {
    const { activityId, personId } = payload as Payload
    const activity = activityId === undefined ? undefined : await findActivity(em, activityId)
    if (!activity || !isActivityNotice(topic)) return
    const { startsAt = formatInstant(activity.startsAt), wasAt, until, isElsewhere } = payload as Payload
    const told: NoticeData = {
      ...{ byCode: activity.teamCode, startsAt },
      ...(wasAt !== undefined && { wasAt }),
      ...(until !== undefined && { until }),
      ...(isElsewhere && { isElsewhere }),
    }
    const people = await placeHolders(em, activity.id, createdAt)
    const clashes = topic === 'activity.moved' ? await findClashes(em, people, activity) : new Map<string, string>()
    for (const recipientId of people) {
      const data = clashes.has(recipientId) ? { ...told, isClash: true } : told
      if (recipientId === personId) continue
      await inbox.send(em, {
        ...{ id: newId(createdAt), recipientId, kind: topic, subjectType: 'activity', subjectId: activity.id },
        ...{ source: id, data, createdAt, readAt: null },
      })
    }
  },
}
