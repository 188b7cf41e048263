import { inHandStatuses, isWithdrawable, type OrderStatus } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { updateRows } from '../../../db/rows'
import { execute, marks, query } from '../../../db/sql'
import { wrongState } from '../../../errors'
import { deleteFilesOfEvents } from '../../files'
import { OrderRow } from '../order.entity'
import { withdrawOrder } from './withdraw-order'

/** What stands for a title whose owner is gone. */
const erasedTitle = '（本人已注销，内容已删除）'

/** Whose words and pictures these events carry, whoever wrote them down: the owner's. */
const ownersActions = ['place', 'rate']

const chunk = 200

/**
 * In the running unit of work withdraws what nobody has begun to work on, and takes all texts, contacts, positions and
 * pictures of the owner's from every order of theirs; the events stay as facts (docs/adr/0009).
 * Throws wrong_state while somebody works on one of them, or when `withdraws` is not the number that would be withdrawn.
 * @returns the files whose bytes may go
 */
export async function eraseOwnOrders(em: EntityManager, ctx: Ctx, withdraws: number | undefined): Promise<string[]> {
  await withdrawOpen(em, ctx, withdraws)
  const { personId } = ctx.actor
  const files: string[] = []
  let last = ''
  for (;;) {
    const sql = `SELECT id FROM orders WHERE owner_id = ? AND id > ? ORDER BY id LIMIT ${chunk}`
    const ids = (await query<{ id: string }>(em, sql, [personId, last])).map(({ id }) => id)
    if (ids.length > 0) files.push(...(await eraseOrders(em, ctx, ids)))
    last = ids.at(-1) ?? ''
    if (ids.length < chunk) return files
  }
}

async function withdrawOpen(em: EntityManager, ctx: Ctx, withdraws: number | undefined): Promise<void> {
  const open = await query<{ id: string; status: OrderStatus }>(
    em,
    `SELECT id, status FROM orders WHERE owner_id = ? AND status IN (${marks(inHandStatuses)})`,
    [ctx.actor.personId, ...inHandStatuses],
  )
  const toWithdraw = open.filter(({ status }) => isWithdrawable(status))
  const worked = open.length - toWithdraw.length
  if (worked > 0) {
    throw wrongState(`有 ${worked} 个单正有人在办，办完才能注销。不用办了，就给社区打电话，请他们停下`)
  }
  if (withdraws !== undefined && withdraws !== toWithdraw.length) {
    throw wrongState(`现在有 ${toWithdraw.length} 个单会跟着撤回，和刚才看到的不一样，请看过再确认`)
  }
  for (const { id } of toWithdraw) await withdrawOrder(ctx, { id }, {})
}

async function eraseOrders(em: EntityManager, { actor, now }: Ctx, ids: readonly string[]): Promise<string[]> {
  await execute(em, `DELETE FROM device_signs WHERE subject IN (${marks(ids)})`, ids)
  const events = await query<{ id: string }>(
    em,
    `SELECT id FROM order_events WHERE order_id IN (${marks(ids)})
        AND (actor_id = ? OR action IN (${marks(ownersActions)}))`,
    [...ids, actor.personId, ...ownersActions],
  )
  const eventIds = events.map(({ id }) => id)
  await execute(em, `DELETE FROM order_event_texts WHERE event_id IN (${marks(eventIds)})`, eventIds)
  await execute(em, `DELETE FROM wish_thanks WHERE order_id IN (${marks(ids)})`, ids)
  await execute(em, `DELETE FROM order_privates WHERE order_id IN (${marks(ids)})`, ids)
  const blank = {
    title: erasedTitle,
    place: null,
    requesterName: null,
    visibility: 'private',
    isPublic: false,
    publicTitle: null,
    isListed: false,
  } as const
  await updateRows(em, OrderRow, { ...blank, updatedAt: now }, `id IN (${marks(ids)})`, ids)
  return deleteFilesOfEvents(em, ids, eventIds)
}
