import type { Received } from '@xinban/shared/contracts'
import { changedDefaults, chinaDate, type BookingDefaults } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { ActorMembership, Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { updateRows } from '../../../db/rows'
import { execute, marks } from '../../../db/sql'
import { forbidden, versionMismatch, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { expectDistrict, maySetRules } from '../../calendar'
import { currentDefaults, forgetHalls, HallItemRow, HallRow, insertDefaults } from '../../halls'
import { displace } from '../schedules/displace'
import { hallsOf, reachedBy, reviewPlaces, type Review, type ServingHall } from './following'

/** The membership that sets what the district's halls go by. Throws not_found, forbidden. */
async function setterOf(ctx: Ctx, districtCode: string): Promise<ActorMembership> {
  await expectDistrict(ctx, districtCode)
  const used = maySetRules(ctx.actor, districtCode)
  if (!used) throw forbidden('全区的预约规矩由区管理员设置，请联系区管理员')
  return used
}

/** Which halls a change reaches and who would lose a place. Throws not_found, forbidden. Changes nothing. */
export async function previewDefaults(
  ctx: Ctx,
  districtCode: string,
  defaults: BookingDefaults,
): Promise<{ reached: ServingHall[]; reviews: Review[] }> {
  const { reader } = ctx.services.db
  await setterOf(ctx, districtCode)
  const keys = changedDefaults((await currentDefaults(reader, districtCode)).defaults, defaults)
  const reached = reachedBy(await hallsOf(reader, districtCode), keys, defaults)
  return { reached, reviews: await reviewPlaces(reader, reached, keys, ctx.now) }
}

/**
 * Makes the next version of a district's rules of booking and writes it through to every hall that follows them. Whoever
 * loses a place is told in the same transaction and offered other times (docs/adr/0019). Throws not_found, forbidden,
 * version_mismatch, lost_race, and wrong_state when it affects another number of bookings than was seen before.
 */
export async function saveDefaults(
  ctx: Ctx,
  { districtCode, defaults, affected }: Received<'booking-defaults.save', 'body'>,
  expectedVersion: number | undefined,
): Promise<void> {
  const { db } = ctx.services
  const used = await setterOf(ctx, districtCode)
  // Read outside of the transaction: what that one reads first must be newer than what it waits for.
  const current = await currentDefaults(db.reader, districtCode)
  if (expectedVersion !== undefined && expectedVersion !== current.version) throw versionMismatch()
  const keys = changedDefaults(current.defaults, defaults)
  const version = current.version + 1
  await db.unitOfWork(async (em) => {
    await insertDefaults(em, {
      ...{ id: newId(ctx.now), districtCode, version, defaults },
      ...{ setByPersonId: ctx.actor.personId, setAt: ctx.now },
    })
    await closeDistrict(em, districtCode, ctx.now)
    const reached = reachedBy(await hallsOf(em, districtCode), keys, defaults)
    const reviews = await reviewPlaces(em, reached, keys, ctx.now)
    const lost = reviews.reduce((sum, { displaced }) => sum + displaced.length, 0)
    if (lost !== affected) {
      throw wrongState(`现在有 ${lost} 个预约会受影响，和刚才看到的不一样，请重新看过再保存`)
    }
    await writeThrough(em, reached)
    for (const { plan, displaced } of reviews) await displace(em, plan, displaced, ctx.now)
    const told = { districtCode, version, by: used.id, halls: reached.length, affected }
    await writeOutbox(em, 'booking-defaults.saved', told, ctx.now)
  })
  forgetHalls()
}

/**
 * Nobody books by the old rules, and nobody saves hours that were looked at under them, until the transaction ends: every
 * hall has another version, every item another one of its schedule, and slots to come wait. It comes before the first read.
 */
async function closeDistrict(em: EntityManager, districtCode: string, now: Date): Promise<void> {
  const halls = 'SELECT id FROM halls WHERE district_code = ?'
  await execute(em, 'UPDATE halls SET version = version + 1, updated_at = ? WHERE district_code = ?', [
    ...[now, districtCode],
  ])
  await execute(
    em,
    `UPDATE hall_items SET schedule_version = (SELECT version FROM halls WHERE id = hall_id) WHERE hall_id IN (${halls})`,
    [districtCode],
  )
  await execute(em, `UPDATE booking_slots SET waiting = waiting WHERE hall_id IN (${halls}) AND day >= ?`, [
    ...[districtCode, chinaDate(now)],
  ])
}

/** Halls that say the same are written together: a district has few different ones. */
async function writeThrough(em: EntityManager, reached: readonly ServingHall[]): Promise<void> {
  for (const same of groupBy(reached, ({ hall }) => JSON.stringify(hall.policy))) {
    const ids = same.map(({ hall }) => hall.id)
    const policy = same[0]?.hall.policy
    await updateRows(em, HallRow, { policy }, `id IN (${marks(ids)})`, ids)
  }
  const items = reached.flatMap((each) => each.items)
  for (const same of groupBy(items, ({ itemId, rules }) => itemId + JSON.stringify(rules))) {
    const ids = same.map(({ hallId }) => hallId)
    const { itemId, rules } = same[0] ?? {}
    await updateRows(em, HallItemRow, { rules }, `item_id = ? AND hall_id IN (${marks(ids)})`, [itemId, ...ids])
  }
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return [...groups.values()]
}
