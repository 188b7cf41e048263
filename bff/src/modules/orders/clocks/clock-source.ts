import type { EntityManager } from 'typeorm'
import { ChangedSinceRead } from '../../../db/retry'
import { selectRows, updateRows } from '../../../db/rows'
import { query } from '../../../db/sql'
import type { DueSource, JobCtx } from '../../../jobs/job'
import { writeOutbox } from '../../../outbox/write-outbox'
import { clockRules } from '../../calendar'
import { OrderRow } from '../order.entity'
import { findOrder } from '../order.repository'
import { moveByTime } from '../commands/move-order'
import { scoreChange } from '../scoring/score-change'
import { daysOf } from './clock-days'
import { charged, expectUntouched, findClocks } from './clockwork'
import { OrderClockRow } from './order-clock.entity'

/** Milliseconds after which nobody needs to be told any more: an import of old orders, or a server that was away. */
const tellWithinMs = 3 * 24 * 60 * 60_000

interface Waking {
  readonly id: string
}

/**
 * Clocks of which a time has come: their holder is warned when most of the time is used, and an overdue is recorded when
 * it happens, whether or not anybody looks.
 */
export const clockSource: DueSource<Waking> = {
  name: 'order-clocks',
  findDue: (em, now, limit) =>
    query<Waking>(em, `SELECT id FROM order_clocks WHERE wake_at < ? ORDER BY wake_at, id LIMIT ${limit}`, [now]),
  keyOf: ({ id }) => id,
  act,
}

async function act(em: EntityManager, { id }: Waking, ctx: JobCtx): Promise<void> {
  const { now } = ctx
  const [clock] = await selectRows(em, OrderClockRow, 'WHERE id = ?', [id])
  if (!clock?.wakeAt || clock.wakeAt >= now) return
  const isOverdue = now > clock.dueAt
  if (isOverdue && clock.kind === 'contact') return lapse(em, clock, ctx)
  const set = isOverdue ? await overdue(em, clock, now) : { warnedAt: now, wakeAt: clock.dueAt }
  const won = await updateRows(em, OrderClockRow, set, 'id = ? AND wake_at = ?', [id, clock.wakeAt])
  if (won === 0) return
  if (isOverdue) await score(em, clock, now)
  if (now.getTime() - clock.dueAt.getTime() > tellWithinMs) return
  const { orderId, kind, holderCode } = clock
  const topic = isOverdue ? 'clock.overdue' : 'clock.warned'
  await writeOutbox(em, topic, { orderId, clockId: id, kind, holderCode }, now)
}

/**
 * A unit that spoke with nobody in its time loses the wish, which goes back to the wall before others. Moving the order
 * stops the clock, which acknowledges it; whoever is faster with a first contact leaves nothing to do.
 */
async function lapse(em: EntityManager, { orderId }: OrderClockRow, ctx: JobCtx): Promise<void> {
  const order = await findOrder(em, orderId)
  if (order) await moveByTime(em, ctx, order, 'lapse')
}

/**
 * An overdue counts from the moment at which it is recorded. Nobody changes the order meanwhile: what it is excluded from
 * decides what is counted.
 */
async function score(em: EntityManager, clock: OrderClockRow, now: Date): Promise<void> {
  const order = await findOrder(em, clock.orderId)
  if (!order) return
  const { id, version } = order
  const isAsRead = (await updateRows(em, OrderRow, { version }, 'id = ? AND version = ?', [id, version])) === 1
  if (!isAsRead) throw new ChangedSinceRead()
  const after = await findClocks(em, clock.orderId)
  // Nor does another runner record one of its other clocks.
  await expectUntouched(
    em,
    after.filter((other) => other.id !== clock.id),
  )
  const before = after.map((other) => (other.id === clock.id ? clock : other))
  await scoreChange(em, now, { order, clocks: before }, { order, clocks: after })
}

async function overdue(em: EntityManager, clock: OrderClockRow, now: Date): Promise<Partial<OrderClockRow>> {
  const set = { overdueAt: now, wakeAt: null }
  const order = clock.kind === 'resident' ? await findOrder(em, clock.orderId) : undefined
  if (!order) return set
  const days = daysOf(clock.kind, clock, await clockRules(em, order.districtCode))
  const { chargedTo } = charged({ ...clock, ...set }, await findClocks(em, clock.orderId), days)
  return { ...set, chargedTo }
}
