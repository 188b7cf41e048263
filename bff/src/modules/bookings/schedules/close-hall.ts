import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { updateRows } from '../../../db/rows'
import { lostRace, versionMismatch, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { findHallItems, forgetHalls, hallCalendar, HallItemRow, HallRow, itemSchedule, keptHall } from '../../halls'
import type { Org } from '../../orgs'
import { closeSlots, displace, findDisplaced, type Displaced, type HallPlan } from './displace'

interface Target {
  readonly id: string
  readonly expectedVersion?: number | undefined
}

/** A closed hall serves nothing: nobody keeps a place, and none can be offered. */
const nothingPlanned = async (em: EntityManager, hallId: string, org: Org): Promise<HallPlan> => ({
  hallId,
  schedules: new Map(),
  calendar: await hallCalendar(em, org),
})

const displacedBy = async (em: EntityManager, plan: HallPlan, now: Date): Promise<Displaced[]> =>
  (await findDisplaced(em, plan, now)).map((displaced) => ({ ...displaced, reason: 'hall_closed' }))

/** Whoever would lose their place if the hall closed. Throws not_found, forbidden, wrong_state. Changes nothing. */
export async function previewClose(ctx: Ctx, hallId: string): Promise<Displaced[]> {
  const { reader } = ctx.services.db
  const { hall, org } = await keptHall(reader, ctx, hallId)
  if (hall.isClosed) throw alreadyClosed()
  return displacedBy(reader, await nothingPlanned(reader, hallId, org), ctx.now)
}

/**
 * Closes a hall as a change of hours is saved (docs/adr/0019): whoever has booked is told in the same transaction, and
 * those who wait are told by the source of offers. Numbers drawn today are served. Throws not_found, forbidden,
 * version_mismatch, lost_race, wrong_state (closed already, or another number of bookings than was seen).
 */
export function closeHall(ctx: Ctx, target: Target, affected: number): Promise<void> {
  return switchHall(ctx, target, true, async (em, org) => {
    const plan = await nothingPlanned(em, target.id, org)
    const displaced = await displacedBy(em, plan, ctx.now)
    if (displaced.length !== affected) {
      throw wrongState(`现在有 ${displaced.length} 个预约会受影响，和刚才看到的不一样，请重新看过再停用`)
    }
    await displace(em, plan, displaced, ctx.now)
  })
}

/** Opens it again with the hours that it had. Throws not_found, forbidden, version_mismatch, lost_race, wrong_state. */
export function reopenHall(ctx: Ctx, target: Target): Promise<void> {
  return switchHall(ctx, target, false, async (em, org, hall) => {
    const items = await findHallItems(em, target.id)
    const schedules = new Map(items.map((item) => [item.itemId, itemSchedule(hall, item)]))
    const plan: HallPlan = { hallId: target.id, schedules, calendar: await hallCalendar(em, org) }
    await displace(em, plan, await findDisplaced(em, plan, ctx.now), ctx.now)
  })
}

async function switchHall(
  ctx: Ctx,
  { id, expectedVersion }: Target,
  isClosed: boolean,
  then: (em: EntityManager, org: Org, hall: HallRow) => Promise<void>,
): Promise<void> {
  const { db } = ctx.services
  // Read outside of the transaction: what that one reads first must be newer than what it waits for.
  const { hall, org, used } = await keptHall(db.reader, ctx, id)
  if (expectedVersion !== undefined && expectedVersion !== hall.version) throw versionMismatch()
  if (hall.isClosed === isClosed) throw isClosed ? alreadyClosed() : wrongState('这个大厅没有停用，不用恢复')
  await db.unitOfWork(async (em) => {
    const version = hall.version + 1
    const set = { isClosed, version, updatedAt: ctx.now }
    const won = await updateRows(em, HallRow, set, 'id = ? AND version = ?', [id, hall.version])
    if (won === 0) throw lostRace()
    // Whoever is opening a slot by the old state finds another version, and fails.
    await updateRows(em, HallItemRow, { scheduleVersion: version }, 'hall_id = ?', [id])
    await closeSlots(em, id, ctx.now)
    await then(em, org, hall)
    await writeOutbox(em, isClosed ? 'hall.closed' : 'hall.reopened', { hallId: id, by: used.id }, ctx.now)
  })
  forgetHalls()
}

const alreadyClosed = () => wrongState('这个大厅已经停用了')
