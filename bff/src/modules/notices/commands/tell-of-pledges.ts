import { pledgeNoticeRules } from '@xinban/shared/domain'
import { newId } from '../../../db/ids'
import type { OutboxHandler } from '../../../outbox/dispatcher'
import { inbox } from '../notice.repository'
import { peopleOfPledge, type PledgePayload } from '../pledge-audience.queries'

/** Tells everyone whom the table of rules names for a message about needs and pledges, but for whoever did it. */
export const tellOfPledges: OutboxHandler = {
  name: 'pledge-notices',
  topics: Object.keys(pledgeNoticeRules),
  async handle(em, message) {
    const payload = message.payload as PledgePayload
    const subject = subjectOf(payload)
    if (!subject) return
    const told = new Set([payload.personId])
    for (const { to, kind } of pledgeNoticeRules[message.topic] ?? []) {
      for (const audience of to) {
        for (const recipientId of await peopleOfPledge(em, audience, payload)) {
          if (told.has(recipientId)) continue
          told.add(recipientId)
          await inbox.send(em, {
            ...{ id: newId(message.createdAt), recipientId, kind, source: message.id, data: {} },
            ...subject,
            ...{ createdAt: message.createdAt, readAt: null },
          })
        }
      }
    }
  },
}

/** What the notice leads to. */
function subjectOf({ needId, surveyId, pledgeId }: PledgePayload) {
  if (needId !== undefined) return { subjectType: 'need', subjectId: needId } as const
  if (surveyId !== undefined) return { subjectType: 'survey', subjectId: surveyId } as const
  return pledgeId === undefined ? undefined : ({ subjectType: 'pledge', subjectId: pledgeId } as const)
}
