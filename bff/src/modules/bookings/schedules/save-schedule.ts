import type { Schedule } from '@xinban/shared/contracts'
import { dayOfDate, policyBy, rulesBy, type ItemRules } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { updateRows } from '../../../db/rows'
import { marks, query } from '../../../db/sql'
import { invalid, lostRace, versionMismatch, wrongState, type FieldError } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import {
  currentDefaults,
  forgetHalls,
  hallCalendar,
  type HallItemRow,
  HallRow,
  keptHall,
  replaceHallItems,
} from '../../halls'
import type { Org } from '../../orgs'
import { closeSlots, displace, findDisplaced, type Displaced, type HallPlan } from './displace'

const plannedBy = async (
  em: EntityManager,
  hallId: string,
  org: Org,
  { weekly, overrides, items }: Schedule,
): Promise<HallPlan> => ({
  hallId,
  schedules: new Map(items.map(({ itemId, rules }) => [itemId, { weekly, overrides, rules }])),
  calendar: await hallCalendar(em, org),
})

/** Whom a schedule would leave without a place. Throws not_found, forbidden, invalid, wrong_state. Changes nothing. */
export async function previewSchedule(ctx: Ctx, hallId: string, schedule: Schedule): Promise<Displaced[]> {
  const { reader } = ctx.services.db
  const { hall, org } = await keptHall(reader, ctx, hallId)
  if (hall.isClosed) throw closedHall()
  await expectSound(reader, org, schedule)
  const resolved = await resolve(reader, org, schedule)
  return findDisplaced(reader, await plannedBy(reader, hallId, org, resolved), ctx.now)
}

/**
 * Saves a schedule. Whoever it leaves without a place is told in the same transaction and offered other times, so that
 * no booking is ever orphaned in silence (docs/adr/0019). Throws not_found, forbidden, invalid, version_mismatch,
 * lost_race, and wrong_state when the hall is closed or it affects another number of bookings than was seen before.
 */
export async function saveSchedule(
  ctx: Ctx,
  { id: hallId, expectedVersion }: { id: string; expectedVersion: number | undefined },
  { affected, ...body }: Schedule & { affected: number },
): Promise<void> {
  const { db } = ctx.services
  // Read outside of the transaction: what that one reads first must be newer than what it waits for.
  const { hall, org, used } = await keptHall(db.reader, ctx, hallId)
  if (expectedVersion !== undefined && expectedVersion !== hall.version) throw versionMismatch()
  if (hall.isClosed) throw closedHall()
  await expectSound(db.reader, org, body)
  // After the hall: a change of the district's rules makes another version of it, which is then lost below.
  const schedule = await resolve(db.reader, org, body)
  await db.unitOfWork(async (em) => {
    const version = hall.version + 1
    const { weekly, overrides, policy, follows } = schedule
    const set = { weekly, overrides, policy, follows, version, updatedAt: ctx.now }
    const won = await updateRows(em, HallRow, set, 'id = ? AND version = ?', [hallId, hall.version])
    if (won === 0) throw lostRace()
    await replaceHallItems(em, hallId, itemRows(hallId, schedule, version))
    await closeSlots(em, hallId, ctx.now)
    const plan = await plannedBy(em, hallId, org, schedule)
    const displaced = await findDisplaced(em, plan, ctx.now)
    if (displaced.length !== affected) {
      throw wrongState(`现在有 ${displaced.length} 个预约会受影响，和刚才看到的不一样，请重新看过再保存`)
    }
    await displace(em, plan, displaced, ctx.now)
    await writeOutbox(em, 'hall.schedule-saved', { hallId, by: used.id, affected }, ctx.now)
  })
  forgetHalls()
}

const closedHall = () => wrongState('这个大厅停用了，恢复以后才能改办理时间')

const itemRows = (hallId: string, { items }: Schedule, scheduleVersion: number): HallItemRow[] =>
  items.map((item, position) => ({ hallId, ...item, position, scheduleVersion }))

/** With the district's values wherever the hall follows it. */
async function resolve(em: EntityManager, { districtCode }: Org, schedule: Schedule): Promise<Schedule> {
  const { defaults } = await currentDefaults(em, districtCode)
  return {
    ...schedule,
    policy: policyBy(schedule.policy, schedule.follows, defaults),
    items: schedule.items.map((item) => ({ ...item, rules: asOwn(rulesBy(item.rules, item.follows, defaults)) })),
  }
}

const asOwn = (rules: ItemRules) => ({ ...rules, weekly: rules.weekly && [...rules.weekly] })

/** Every item is one of the district's, and every date exists. Throws invalid with all that is not. */
async function expectSound(em: EntityManager, org: Org, { items, overrides }: Schedule): Promise<void> {
  const ids = items.map(({ itemId }) => itemId)
  const known =
    ids.length === 0
      ? []
      : await query<{ id: string }>(
          em,
          `SELECT id FROM service_items WHERE district_code = ? AND state = 'open' AND id IN (${marks(ids)})`,
          [org.districtCode, ...ids],
        )
  const errors: FieldError[] = [
    ...ids.flatMap((id, index) =>
      known.some((item) => item.id === id)
        ? []
        : [{ path: `items.${index}.itemId`, code: 'unknown', message: '区里没有这个事项，或者已停办，请重新选择' }],
    ),
    ...overrides.flatMap(({ from, through }, index) =>
      [from, through].some((date) => Number.isNaN(dayOfDate(date)))
        ? [{ path: `overrides.${index}.from`, code: 'bad_date', message: '没有这一天，请核对日期' }]
        : [],
    ),
  ]
  if (errors.length > 0) throw invalid(errors)
}
