import type { ExclusionState } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { selectRows, updateRows } from '../../../db/rows'
import { marks } from '../../../db/sql'
import { lostRace } from '../../../errors'
import { ExclusionRow } from './exclusion.entity'

export async function findExclusion(em: EntityManager, id: string): Promise<ExclusionRow | undefined> {
  const [docket] = await selectRows(em, ExclusionRow, 'WHERE id = ?', [id])
  return docket
}

/** Every docket of an order, in the order in which they were proposed; few, whatever the history. */
export const findExclusionsOf = (em: EntityManager, orderId: string): Promise<ExclusionRow[]> =>
  selectRows(em, ExclusionRow, 'WHERE order_id = ? ORDER BY id', [orderId])

/** The approved dockets of many orders. */
export const findApproved = (em: EntityManager, orderIds: readonly string[]): Promise<ExclusionRow[]> =>
  selectRows(em, ExclusionRow, `WHERE order_id IN (${marks(orderIds)}) AND state = 'approved' ORDER BY id`, orderIds)

interface Wanted {
  readonly column: 'street_code' | 'district_code'
  readonly code: string
  readonly state: ExclusionState
  readonly before: string | undefined
  readonly limit: number
}

/** Dockets of a territory in one state, the latest first. */
export const listExclusions = (
  em: EntityManager,
  { column, code, state, before, limit }: Wanted,
): Promise<ExclusionRow[]> =>
  selectRows(
    em,
    ExclusionRow,
    `WHERE ${column} = ? AND state = ? ${before === undefined ? '' : 'AND id < ?'} ORDER BY id DESC LIMIT ${limit}`,
    [code, state, ...(before === undefined ? [] : [before])],
  )

/** Changes a docket if nobody has since it was loaded. Throws lost_race. */
export async function saveExclusion(
  em: EntityManager,
  docket: ExclusionRow,
  set: Partial<ExclusionRow>,
): Promise<void> {
  const { id, version, state } = docket
  const where = 'id = ? AND version = ? AND state = ?'
  const changed = await updateRows(em, ExclusionRow, { ...set, version: version + 1 }, where, [id, version, state])
  if (changed === 0) throw lostRace()
}
