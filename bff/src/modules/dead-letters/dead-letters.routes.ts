import type { DeadLetter } from '@xinban/shared/contracts'
import { formatInstant } from '@xinban/shared/domain'
import { forbidden } from '../../errors'
import type { Bind } from '../../http/bind'
import { decodeCursor, pageOf } from '../../http/page'
import { listDead } from '../../outbox/outbox.queries'
import { mayMend } from './dead-letter.policy'
import { retryDeadLetter } from './retry-dead-letter'

type DeadRow = Awaited<ReturnType<typeof listDead>>[number]

export function deadLetterRoutes(bind: Bind): void {
  bind.endpoint('dead-letters.list', async ({ ctx, query }) => {
    if (!mayMend(ctx.actor)) throw forbidden('未送达的消息由区管理员查看')
    const rows = await listDead(ctx.services.db.reader, decodeCursor(query.cursor), query.limit + 1)
    return pageOf(rows, query.limit, ({ id }) => id, present)
  })
  bind.endpoint('dead-letters.retry', async ({ ctx, params }) => {
    await retryDeadLetter(ctx, params.id)
    return { id: params.id }
  })
}

function present({ id, topic, payload, createdAt, deadAt, attempts, error }: DeadRow): DeadLetter {
  const { orderId, whistleId } = payload
  return {
    id,
    topic,
    subject: subjectOf('order', orderId) ?? subjectOf('whistle', whistleId),
    at: formatInstant(createdAt),
    deadAt: formatInstant(deadAt ?? createdAt),
    attempts,
    error,
  }
}

const subjectOf = (type: 'order' | 'whistle', id: unknown): DeadLetter['subject'] =>
  typeof id === 'string' ? { type, id } : null
