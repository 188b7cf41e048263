import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { updateRows } from '../../../db/rows'
import { query } from '../../../db/sql'
import type { DueSource, JobCtx } from '../../../jobs/job'
import { findClocks } from '../clocks/clockwork'
import { findEvents } from '../order-event.repository'
import { OrderRow } from '../order.entity'
import { findOrder, saveTransition } from '../order.repository'
import { scoreChange } from '../scoring/score-change'
import { nobody } from './default-review'

interface Waiting {
  readonly id: string
}

/** Orders that nobody rated by the day on which their district counts a review all the same (docs/adr/0014). */
export const defaultReviewSource: DueSource<Waiting> = {
  name: 'default-reviews',
  findDue: (em, now, limit) =>
    query<Waiting>(
      em,
      `SELECT id FROM orders WHERE default_review_at < ? ORDER BY default_review_at, id LIMIT ${limit}`,
      [now],
    ),
  keyOf: ({ id }) => id,
  act,
}

async function act(em: EntityManager, { id }: Waiting, { services, now }: JobCtx): Promise<void> {
  const order = await findOrder(em, id)
  if (!order?.defaultReviewAt || order.defaultReviewAt >= now) return
  const where = 'id = ? AND version = ? AND default_review_at = ?'
  const won = await updateRows(em, OrderRow, { defaultReviewAt: null }, where, [
    ...[id, order.version, order.defaultReviewAt],
  ])
  if (won === 0) return
  const fulfilled = (await findEvents(em, id)).findLast(({ action }) => action === 'fulfil')
  const review = fulfilled?.data.defaultReview
  if (!review) throw new Error(`order ${id} waits for a default review that its fulfilment does not know`)
  const { stars, ruleVersion } = review
  const change = { defaultReviewAt: null, defaultStars: stars }
  const ctx: Ctx = { services, now, actor: { personId: nobody, memberships: [] }, requestId: 'default-review' }
  const fact = { action: 'default-review', to: order.status, used: null, data: { stars, ruleVersion } } as const
  await saveTransition(em, ctx, order, fact, change)
  const clocks = await findClocks(em, id)
  await scoreChange(em, now, { order, clocks }, { order: { ...order, ...change }, clocks })
}
