import { randomInt } from 'node:crypto'
import { formatInstant, shortDate, type OrderDeed, type OrderStatus } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { ActorMembership, Ctx } from '../../context'
import { newId } from '../../db/ids'
import { isDuplicateKey } from '../../db/retry'
import { insertRow, selectPairs, selectRows, updateRows } from '../../db/rows'
import { marks } from '../../db/sql'
import { lostRace } from '../../errors'
import { writeOutbox } from '../../outbox/write-outbox'
import { attachFiles } from '../files'
import { OrderEventRow, OrderEventText, type EventData } from './order-event.entity'
import { OrderPrivate, OrderRow } from './order.entity'

export async function findOrder(em: EntityManager, id: string): Promise<OrderRow | undefined> {
  const [order] = await selectRows(em, OrderRow, 'WHERE id = ?', [id])
  return order
}

/** Orders by id; unknown ids are left out. */
export async function findOrdersById(em: EntityManager, ids: readonly string[]): Promise<Map<string, OrderRow>> {
  if (ids.length === 0) return new Map()
  const orders = await selectRows(em, OrderRow, `WHERE id IN (${marks(ids)})`, ids)
  return new Map(orders.map((order) => [order.id, order]))
}

/** Numbers of orders by id. */
export async function findOrderNumbers(em: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
  const orders = await findOrdersById(em, ids)
  return new Map([...orders.values()].map(({ id, no }) => [id, no]))
}

export async function findOrderBySource(em: EntityManager, sourceRef: string): Promise<OrderRow | undefined> {
  const [order] = await selectRows(em, OrderRow, 'WHERE source_ref = ?', [sourceRef])
  return order
}

export interface WholeOrder {
  readonly order: OrderRow
  /** Deleted by itself when its owner asks for that. */
  readonly personal: OrderPrivate | undefined
}

/** An order with its personal side, in one statement. */
export async function findWholeOrder(em: EntityManager, id: string): Promise<WholeOrder | undefined> {
  const [found] = await selectPairs(em, [OrderRow, 'id'], [OrderPrivate, 'order_id'], 'WHERE a.id = ?', [id])
  return found && { order: found[0], personal: found[1] }
}

export async function findOrderPrivate(em: EntityManager, orderId: string): Promise<OrderPrivate | undefined> {
  const [row] = await selectRows(em, OrderPrivate, 'WHERE order_id = ?', [orderId])
  return row
}

/** What one action adds to the history. */
export interface Fact {
  readonly action: OrderDeed
  readonly to: OrderStatus
  /** The membership that was used; null for a resident. */
  readonly used: ActorMembership | null
  readonly data?: EventData
  readonly note?: string
  /** Uploads of the actor that the event takes. */
  readonly attachments?: readonly string[]
  readonly isSynthetic?: boolean
  /** By when the resident is told that it is done. */
  readonly promisedAt?: Date
}

/** What the world hears of each action. */
export const topics: Readonly<Record<Fact['action'], string>> = {
  place: 'order.placed',
  accept: 'order.accepted',
  decline: 'order.decline-requested',
  'resolve-decline': 'order.decline-resolved',
  dispatch: 'order.dispatched',
  progress: 'order.progressed',
  fulfil: 'order.fulfilled',
  withdraw: 'order.withdrawn',
  rate: 'order.rated',
  grade: 'order.graded',
  rework: 'order.rework-requested',
  approve: 'order.approved',
  second: 'order.seconded',
  merge: 'order.merged',
  unmerge: 'order.unmerged',
  callback: 'order.called-back',
  rectify: 'order.rectified',
  'follow-up-rating': 'order.followed-up',
  'request-extension': 'order.extension-requested',
  'resolve-extension': 'order.extension-resolved',
  urge: 'order.urged',
  dispute: 'order.disputed',
  'resolve-dispute': 'order.dispute-resolved',
  'resolve-escalation': 'order.escalation-resolved',
  'default-review': 'order.default-reviewed',
  'offer-to-units': 'order.offered',
  unlist: 'order.unlisted',
  claim: 'order.claimed',
  'first-contact': 'order.first-contacted',
  release: 'order.released',
  'invite-unit': 'order.unit-invited',
  join: 'order.unit-joined',
  'call-volunteers': 'order.volunteers-called',
  lapse: 'order.claim-lapsed',
}

/** Date and six random digits: short to read out, and no counter that every order would wait for. */
const newNumber = (now: Date) => `${shortDate(now)}${String(randomInt(1_000_000)).padStart(6, '0')}`

/** Draws a number until one is free; a district of a thousand orders a day meets a taken one every other day. */
async function insertNumbered(em: EntityManager, order: Omit<OrderRow, 'no'>): Promise<OrderRow> {
  for (let attempt = 1; ; attempt++) {
    try {
      const numbered = { ...order, no: newNumber(order.placedAt) }
      await insertRow(em, OrderRow, numbered)
      return numbered
    } catch (error) {
      if (attempt === 5 || !isDuplicateKey(error)) throw error
    }
  }
}

/** Adds a new order under a number of its own, with its first event and outbox row. @returns what was written */
export async function insertOrder(
  em: EntityManager,
  ctx: Ctx,
  order: Omit<OrderRow, 'no'>,
  personal: OrderPrivate,
  fact: Fact,
): Promise<{ order: OrderRow; event: OrderEventRow }> {
  const numbered = await insertNumbered(em, order)
  await insertRow(em, OrderPrivate, personal)
  const event = await writeFact(em, ctx, { orderId: order.id, seq: order.version, from: null }, fact)
  return { order: numbered, event }
}

/**
 * Moves an order if nobody has since it was loaded: a conditional update on its version and status. Event and outbox
 * row are written in the same transaction. Throws lost_race when somebody was faster; then nothing is written.
 */
export async function saveTransition(
  em: EntityManager,
  ctx: Ctx,
  order: OrderRow,
  fact: Fact,
  change: Partial<OrderRow> = {},
): Promise<void> {
  const version = order.version + 1
  const moved = await updateRows(
    em,
    OrderRow,
    { ...change, status: fact.to, version, updatedAt: ctx.now },
    'id = ? AND version = ? AND status = ?',
    [order.id, order.version, order.status],
  )
  if (moved === 0) throw lostRace()
  await writeFact(em, ctx, { orderId: order.id, seq: version, from: order.status }, fact)
}

async function writeFact(
  em: EntityManager,
  ctx: Ctx,
  { orderId, seq, from }: { orderId: string; seq: number; from: OrderStatus | null },
  { action, to, used, data = {}, note, attachments = [], isSynthetic = false, promisedAt }: Fact,
): Promise<OrderEventRow> {
  const id = newId(ctx.now)
  const event: OrderEventRow = {
    id,
    orderId,
    seq,
    action,
    actorId: ctx.actor.personId,
    membershipId: used?.id ?? null,
    actorRole: used?.role ?? null,
    actorOrgCode: used?.orgCode ?? null,
    fromStatus: from,
    toStatus: to,
    at: ctx.now,
    data: attachments.length > 0 ? { ...data, pictures: attachments.length } : data,
    isSynthetic,
  }
  await insertRow(em, OrderEventRow, event)
  if (note) await insertRow(em, OrderEventText, { eventId: id, note })
  await attachFiles(em, ctx, { orderId, eventId: id }, attachments)
  const isSilent = isSynthetic || ctx.isImport === true
  const dueAt = promisedAt && { dueAt: formatInstant(promisedAt) }
  const payload = { orderId, eventId: id, version: seq, ...dueAt, ...(isSilent && { isSilent }) }
  await writeOutbox(em, topics[action], payload, ctx.now)
  return event
}
