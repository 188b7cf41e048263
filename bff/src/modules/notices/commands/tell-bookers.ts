import { bookingNoticeKinds, isBookingNotice, type NoticeData } from '@xinban/shared/domain'
import { newId } from '../../../db/ids'
import type { OutboxHandler } from '../../../outbox/dispatcher'
import { inbox } from '../notice.repository'

interface Payload {
  readonly bookingId?: string
  /** Null for someone without an account. */
  readonly personIds?: readonly (string | null)[]
  /** Who did it; they are not told. */
  readonly by?: string
  readonly startsAt?: string
  readonly until?: string
  readonly window?: number
}

/** Tells whoever booked, or waits for a place, what became of it. The topic is the kind of the notice. */
export const tellBookers: OutboxHandler = {
  name: 'booking-notices',
  topics: bookingNoticeKinds,
  async handle(em, { id, topic, payload, createdAt }) {
    const { bookingId, personIds = [], by, startsAt, until, window } = payload as Payload
    if (bookingId === undefined || !isBookingNotice(topic)) return
    const data: NoticeData = {
      ...(startsAt !== undefined && { startsAt }),
      ...(until !== undefined && { until }),
      ...(window !== undefined && { window }),
    }
    for (const recipientId of new Set(personIds)) {
      if (recipientId === null || recipientId === by) continue
      const subject = { subjectType: 'booking', subjectId: bookingId } as const
      await inbox.send(em, {
        ...{ id: newId(createdAt), recipientId, kind: topic, ...subject, source: id, data, createdAt, readAt: null },
      })
    }
  },
}
