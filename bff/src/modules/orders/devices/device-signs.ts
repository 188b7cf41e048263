import { chinaDate } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx, Services } from '../../../context'
import { newId } from '../../../db/ids'
import { isDuplicateKey } from '../../../db/retry'
import { insertRow } from '../../../db/rows'
import { execute, marks, query } from '../../../db/sql'
import { DeviceSignRow } from './device-sign.entity'

/** How long a trace is kept, and how far back it tells anything. */
const keptMs = 30 * 24 * 60 * 60_000
const chunk = 1000

/** The traces that a device can have left up to now. */
const hashesOf = ({ services, now }: Ctx, deviceId: string) =>
  services.deviceHasher.hashes(deviceId, new Date(now.getTime() - keptMs), now)

const signOf = (ctx: Ctx, deviceId: string, kind: DeviceSignRow['kind'], subject: string): DeviceSignRow => ({
  ...{ id: newId(ctx.now), deviceHash: ctx.services.deviceHasher.hash(deviceId, ctx.now), kind, subject },
  ...{ day: chinaDate(ctx.now), at: ctx.now },
})

/** Notes that members of these orgs are at work on this device, once a day and org; nothing for residents. */
export async function noteStaffDevice(ctx: Ctx): Promise<void> {
  const { services, actor, deviceId, now } = ctx
  const orgs = [...new Set(actor.memberships.map(({ orgCode }) => orgCode))]
  if (deviceId === undefined || orgs.length === 0) return
  const deviceHash = services.deviceHasher.hash(deviceId, now)
  const known = await query<{ subject: string }>(
    services.db.reader,
    `SELECT subject FROM device_signs
      WHERE device_hash = ? AND kind = 'staff_session' AND subject IN (${marks(orgs)}) AND day = ?`,
    [deviceHash, ...orgs, chinaDate(now)],
  )
  const noted = new Set(known.map(({ subject }) => subject))
  for (const org of orgs.filter((code) => !noted.has(code))) await note(ctx, deviceId, org)
}

async function note(ctx: Ctx, deviceId: string, orgCode: string): Promise<void> {
  const sign = signOf(ctx, deviceId, 'staff_session', orgCode)
  try {
    await ctx.services.db.unitOfWork((em) => insertRow(em, DeviceSignRow, sign))
  } catch (error) {
    // Two requests at once: the other one noted it.
    if (!isDuplicateKey(error)) throw error
  }
}

/** Notes in the running unit of work that an order was rated from this device. */
export const noteRating = (em: EntityManager, ctx: Ctx, deviceId: string, orderId: string): Promise<void> =>
  insertRow(em, DeviceSignRow, signOf(ctx, deviceId, 'rating', orderId))

/**
 * Whether someone who could handle the order was at work on this device in the last 30 days: its street, its community
 * with its grids and units, or whoever it was dispatched to.
 */
export async function isHandlersDevice(
  em: EntityManager,
  ctx: Ctx,
  deviceId: string,
  order: { streetCode: string; communityCode: string; assigneeOrgCode: string | null },
): Promise<boolean> {
  const hashes = hashesOf(ctx, deviceId)
  const orgs = [order.streetCode, order.communityCode, order.assigneeOrgCode ?? order.communityCode]
  const [found] = await query(
    em,
    `SELECT s.id FROM device_signs s JOIN orgs o ON o.code = s.subject
      WHERE s.device_hash IN (${marks(hashes)}) AND s.kind = 'staff_session' AND s.at > ?
        AND (o.code IN (${marks(orgs)}) OR o.parent_code = ?) LIMIT 1`,
    [...hashes, new Date(ctx.now.getTime() - keptMs), ...orgs, order.communityCode],
  )
  return found !== undefined
}

export interface RatedFrom {
  readonly orderId: string
  readonly ownerId: string
  readonly ratedAt: Date | string
  readonly fulfilledAt: Date | string
}

/** First ratings of a district's orders from this device since `from`, newest first; at most a hundred. */
export function ratedFromDevice(
  em: EntityManager,
  ctx: Ctx,
  deviceId: string,
  { districtCode, from }: { districtCode: string; from: Date },
): Promise<RatedFrom[]> {
  const hashes = hashesOf(ctx, deviceId)
  return query<RatedFrom>(
    em,
    `SELECT o.id AS orderId, COALESCE(o.owner_id, o.owner_org_code) AS ownerId, s.at AS ratedAt, o.fulfilled_at AS fulfilledAt
       FROM device_signs s JOIN orders o ON o.id = s.subject
      WHERE s.device_hash IN (${marks(hashes)}) AND s.kind = 'rating' AND s.at >= ? AND o.district_code = ?
        AND COALESCE(o.owner_id, o.owner_org_code) IS NOT NULL AND o.fulfilled_at IS NOT NULL
      ORDER BY s.at DESC LIMIT 100`,
    [...hashes, from, districtCode],
  )
}

/** Drops the traces that are older than 30 days. @returns how many went */
export async function sweepDeviceSigns({ services: { db }, now }: { services: Services; now: Date }): Promise<number> {
  const before = new Date(now.getTime() - keptMs)
  let gone = 0
  for (;;) {
    const rows = await query<{ id: string }>(db.reader, `SELECT id FROM device_signs WHERE at < ? LIMIT ${chunk}`, [
      before,
    ])
    if (rows.length === 0) return gone
    const ids = rows.map(({ id }) => id)
    gone += await db.unitOfWork((em) => execute(em, `DELETE FROM device_signs WHERE id IN (${marks(ids)})`, ids))
  }
}
