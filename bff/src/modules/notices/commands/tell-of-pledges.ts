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
    const { needId, pledgeId } = payload
    const subjectId = needId ?? pledgeId
    if (subjectId === undefined) return
    const told = new Set([payload.personId])
    for (const { to, kind } of pledgeNoticeRules[message.topic] ?? []) {
      for (const audience of to) {
        for (const recipientId of await peopleOfPledge(em, audience, payload)) {
          if (told.has(recipientId)) continue
          told.add(recipientId)
          await inbox.send(em, {
            ...{ id: newId(message.createdAt), recipientId, kind, subjectId, source: message.id, data: {} },
            ...{ subjectType: needId === undefined ? 'pledge' : 'need' },
            ...{ createdAt: message.createdAt, readAt: null },
          })
        }
      }
    }
  },
}
