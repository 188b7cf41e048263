import type { EntityManager } from 'typeorm'
import { execute } from '../../../db/sql'
import { addOpenClaims } from '../../units'
import type { OrderRow } from '../order.entity'

/** A wish that a unit has in hand. */
const isOpenClaim = ({ claimedAt, status }: OrderRow): boolean =>
  claimedAt !== null && (status === 'in_progress' || status === 'rework')

/** Keeps how many wishes a unit has in hand, in the transaction that moves one; a claim counts itself, under the limit. */
export async function countClaims(em: EntityManager, before: OrderRow, after: OrderRow): Promise<void> {
  const change = Number(isOpenClaim(after)) - Number(isOpenClaim(before))
  const unitCode = change < 0 ? before.assigneeOrgCode : after.assigneeOrgCode
  // Who joined in has it no more either.
  if (before.partners && !after.partners) {
    await execute(em, 'DELETE FROM wish_partners WHERE order_id = ?', [before.id])
  }
  if (change !== 0 && unitCode !== null) await addOpenClaims(em, unitCode, change)
}
