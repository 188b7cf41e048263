import type { RedemptionState } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { selectRows, updateRows } from '../../db/rows'
import { execute } from '../../db/sql'
import { lostRace } from '../../errors'
import { RedemptionRow, RewardRow } from './market.entity'

export async function findReward(em: EntityManager, id: string): Promise<RewardRow | undefined> {
  const [reward] = await selectRows(em, RewardRow, 'WHERE id = ?', [id])
  return reward
}

/** What an org gives, in the order in which it was put there. */
export const listRewards = (
  em: EntityManager,
  { orgCode, withClosed, afterId, limit }: { orgCode: string; withClosed: boolean; afterId: string; limit: number },
): Promise<RewardRow[]> =>
  selectRows(
    em,
    RewardRow,
    `WHERE org_code = ? ${withClosed ? '' : 'AND is_closed = 0'} AND id > ? ORDER BY id LIMIT ${limit}`,
    [orgCode, afterId],
  )

/** Changes a reward if nobody did meanwhile. Throws lost_race. */
export async function saveReward(
  em: EntityManager,
  before: RewardRow,
  change: Partial<RewardRow>,
  now: Date,
): Promise<void> {
  const set = { ...change, version: before.version + 1, updatedAt: now }
  const where = 'id = ? AND version = ?'
  if ((await updateRows(em, RewardRow, set, where, [before.id, before.version])) === 0) throw lostRace()
}

/** Takes one piece at the price that was read; false when there is none left, or the price is another one. */
export async function takePiece(em: EntityManager, { id, costHalfPoints }: RewardRow): Promise<boolean> {
  const sql = `UPDATE rewards SET stock = stock - 1, version = version + 1
                WHERE id = ? AND is_closed = 0 AND stock > 0 AND cost_half_points = ?`
  return (await execute(em, sql, [id, costHalfPoints])) === 1
}

export async function putPieceBack(em: EntityManager, rewardId: string): Promise<void> {
  await execute(em, 'UPDATE rewards SET stock = stock + 1, version = version + 1 WHERE id = ?', [rewardId])
}

export async function findRedemption(em: EntityManager, id: string): Promise<RedemptionRow | undefined> {
  const [redemption] = await selectRows(em, RedemptionRow, 'WHERE id = ?', [id])
  return redemption
}

export const redemptionsOf = (
  em: EntityManager,
  personId: string,
  beforeId: string,
  limit: number,
): Promise<RedemptionRow[]> =>
  selectRows(em, RedemptionRow, `WHERE person_id = ? AND id < ? ORDER BY id DESC LIMIT ${limit}`, [personId, beforeId])

/** What waits at a stall, the longest waiting first. */
export const waitingRedemptions = (
  em: EntityManager,
  orgCode: string,
  afterId: string,
  limit: number,
): Promise<RedemptionRow[]> =>
  selectRows(em, RedemptionRow, `WHERE org_code = ? AND state = 'reserved' AND id > ? ORDER BY id LIMIT ${limit}`, [
    orgCode,
    afterId,
  ])

/** Settles what waits, once. Throws lost_race. */
export async function settleRedemption(
  em: EntityManager,
  before: RedemptionRow,
  state: Exclude<RedemptionState, 'reserved'>,
  now: Date,
): Promise<void> {
  const set = { state, version: before.version + 1, updatedAt: now }
  const where = "id = ? AND version = ? AND state = 'reserved'"
  if ((await updateRows(em, RedemptionRow, set, where, [before.id, before.version])) === 0) throw lostRace()
}
