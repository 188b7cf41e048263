import { chinaDate, noticeRules, rulesFor, type ClockKind, type NoticeData } from '@xinban/shared/domain'
import { newId } from '../../../db/ids'
import type { RecurringJob } from '../../../jobs/job'
import type { OutboxHandler, OutboxMessage } from '../../../outbox/dispatcher'
import { findOrderNews, type OrderNews } from '../../orders'
import { peopleOf } from '../audience.queries'
import type { Channel } from '../channel'
import { deleteNotices, inbox } from '../notice.repository'

const channels: readonly Channel[] = [inbox]
const hour = 60 * 60_000
const keptDays = 365
const sweepBatch = 500

interface Payload {
  readonly orderId?: string
  readonly eventId?: string
  /** Who did it, where there is no event. */
  readonly personId?: string
  readonly dueAt?: string
  /** Of a clock. */
  readonly kind?: ClockKind
  /** Of an import: nobody is told. */
  readonly isSilent?: boolean
}

/** Tells everyone whom the table of rules names for a message, but for whoever did it. */
export const tellPeople: OutboxHandler = {
  name: 'notices',
  topics: Object.keys(noticeRules),
  async handle(em, message) {
    const payload = message.payload as Payload
    if (payload.orderId === undefined || payload.isSilent) return
    const news = await findOrderNews(em, payload.orderId, payload.eventId)
    if (!news) return
    const { order, event } = news
    const { stars, decision, isEscalated } = event?.data ?? {}
    const { urgency, isOnBehalf } = order
    const fact = {
      isUrgent: urgency === 'urgent',
      isOnBehalf,
      decision,
      stars,
      isEscalated,
      clock: payload.kind,
      isListed: event?.toStatus === 'listed',
    }
    const told = new Set([event?.actorId ?? payload.personId])
    for (const { to, kind, isGathered } of rulesFor(message.topic, fact)) {
      for (const recipientId of (await Promise.all(to.map((audience) => peopleOf(em, audience, news)))).flat()) {
        if (told.has(recipientId)) continue
        told.add(recipientId)
        const notice = {
          id: newId(message.createdAt),
          recipientId,
          kind,
          subjectType: 'order' as const,
          subjectId: order.id,
          source: isGathered ? `${order.id}:${chinaDate(message.createdAt)}` : message.id,
          data: { ...dataOf(news, message), ...(isGathered && { count: 1 }) },
          createdAt: message.createdAt,
          readAt: null,
        }
        for (const channel of channels) await channel.send(em, notice)
      }
    }
  },
}

function dataOf({ event }: OrderNews, { payload }: OutboxMessage): NoticeData {
  const { dueAt, kind } = payload as Payload
  const { stars, toCode } = event?.data ?? {}
  return {
    ...(event?.actorOrgCode && { byCode: event.actorOrgCode }),
    ...(toCode !== undefined && { toCode }),
    ...(dueAt !== undefined && { dueAt }),
    ...(kind !== undefined && { clock: kind }),
    ...(stars !== undefined && { stars }),
  }
}

/** Forgets what people were told more than a year ago. */
export const sweepNotices: RecurringJob = {
  name: 'sweep-notices',
  everyMs: hour,
  async run({ services: { db }, now }, { signal }) {
    const before = new Date(now.getTime() - keptDays * 24 * hour)
    while (!signal.aborted && (await db.unitOfWork((em) => deleteNotices(em, before, sweepBatch))) === sweepBatch);
  },
}
