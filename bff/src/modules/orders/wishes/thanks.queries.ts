import type { EntityManager } from 'typeorm'
import type { Actor } from '../../../context'
import { selectRows } from '../../../db/rows'
import { marks, query } from '../../../db/sql'
import type { OrderRow } from '../order.entity'
import { WishThanks } from './wish-thanks.entity'

export async function findThanks(em: EntityManager, id: string): Promise<WishThanks | undefined> {
  const [row] = await selectRows(em, WishThanks, 'WHERE id = ?', [id])
  return row
}

interface Where {
  readonly column: 'unit_code' | 'street_code' | 'district_code'
  readonly code: string
  readonly state: WishThanks['state']
  readonly before?: string | undefined
  readonly limit: number
}

/** The latest first. */
export function listThanks(em: EntityManager, { column, code, state, before, limit }: Where): Promise<WishThanks[]> {
  return selectRows(
    em,
    WishThanks,
    `WHERE ${column} = ? AND state = ? ${before === undefined ? '' : 'AND id < ?'} ORDER BY id DESC LIMIT ${limit}`,
    [code, state, ...(before === undefined ? [] : [before])],
  )
}

/** Whoever asked for it, for themselves or for somebody else. */
export const isAsker = (actor: Actor, { ownerId, placedById }: Pick<OrderRow, 'ownerId' | 'placedById'>): boolean =>
  ownerId === actor.personId || placedById === actor.personId

/** What a unit claimed and did. */
export const isFulfilledByUnit = ({ claimedAt, assigneeOrgCode, fulfilledAt }: OrderRow): boolean =>
  claimedAt !== null && assigneeOrgCode !== null && fulfilledAt !== null

/** Asks the database only for whoever could write. */
export async function mayThank(em: EntityManager, actor: Actor, order: OrderRow): Promise<boolean> {
  if (!isAsker(actor, order) || !isFulfilledByUnit(order)) return false
  return (await selectRows(em, WishThanks, 'WHERE order_id = ?', [order.id])).length === 0
}

/** What a person wrote themselves, by order. */
export async function findOwnThanks(
  em: EntityManager,
  orderIds: readonly string[],
  personId: string,
): Promise<Map<string, string>> {
  if (orderIds.length === 0) return new Map()
  const rows = await query<{ orderId: string; text: string }>(
    em,
    `SELECT order_id AS orderId, text FROM wish_thanks WHERE order_id IN (${marks(orderIds)}) AND person_id = ?`,
    [...orderIds, personId],
  )
  return new Map(rows.map(({ orderId, text }) => [orderId, text]))
}

type Kept = Pick<WishThanks, 'personId' | 'unitCode' | 'streetCode' | 'districtCode' | 'state'>

/** The street that looks after the order, or the district. */
export const mayDecide = (actor: Actor, { streetCode, districtCode }: Kept): boolean =>
  actor.memberships.some(
    ({ role, orgCode }) =>
      (role === 'street_staff' && orgCode === streetCode) || (role === 'district_admin' && orgCode === districtCode),
  )

/** Its writer, the street, and the unit once the street let it. */
export const maySeeThanks = (actor: Actor, thanks: Kept): boolean =>
  thanks.personId === actor.personId ||
  mayDecide(actor, thanks) ||
  (thanks.state === 'shown' &&
    actor.memberships.some(({ role, orgCode }) => role === 'unit_staff' && orgCode === thanks.unitCode))
