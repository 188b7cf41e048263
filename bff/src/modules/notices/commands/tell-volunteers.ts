import { activityNoticeKinds, formatInstant, isActivityNotice } from '@xinban/shared/domain'
import { newId } from '../../../db/ids'
import type { OutboxHandler } from '../../../outbox/dispatcher'
import { findActivity, placeHolders } from '../../volunteers'
import { inbox } from '../notice.repository'

interface Payload {
  readonly activityId?: string
  /** Who did it; they are not told. */
  readonly personId?: string
}

/** Tells whoever has a place at an activity. The topic is the kind of the notice. */
export const tellVolunteers: OutboxHandler = {
  name: 'volunteer-notices',
  topics: activityNoticeKinds,
  async handle(em, { id, topic, payload, createdAt }) {
    const { activityId, personId } = payload as Payload
    const activity = activityId === undefined ? undefined : await findActivity(em, activityId)
    if (!activity || !isActivityNotice(topic)) return
    const data = { byCode: activity.teamCode, startsAt: formatInstant(activity.startsAt) }
    for (const recipientId of await placeHolders(em, activity.id)) {
      if (recipientId === personId) continue
      await inbox.send(em, {
        ...{ id: newId(createdAt), recipientId, kind: topic, subjectType: 'activity', subjectId: activity.id },
        ...{ source: id, data, createdAt, readAt: null },
      })
    }
  },
}
