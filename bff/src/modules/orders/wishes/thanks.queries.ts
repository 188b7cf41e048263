import type { EntityManager } from 'typeorm'
import type { Actor } from '../../../context'
import { selectRows } from '../../../db/rows'
import { marks, query } from '../../../db/sql'
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
