import type { Hall, HallItem, HallSummary } from '@xinban/shared/contracts'
import {
  bookableThrough,
  capacityOf,
  chinaDate,
  datesBetween,
  distanceMetres,
  formatInstant,
  hallDay,
  hallLoad,
  isBookable,
  minutesOfDay,
  slotsOfDay,
  type Calendar,
  type ItemSchedule,
  type Point,
} from '@xinban/shared/domain'
import type { PublicCtx } from '../../context'
import { notFound } from '../../errors'
import { findPublished } from '../catalogue'
import { presentAttachment } from '../files'
import { findOrgs, orgRef, type Org } from '../orgs'
import { checkInCode } from './check-in-code'
import { findHallDays } from './hall-days'
import { readHallPoint } from './hall-point'
import { picturesOf } from './hall-pictures'
import { hallCalendar, hallCalendars, itemSchedule } from './hall-schedule'
import type { HallDayRow, HallItemRow, HallRow } from './hall.entity'
import { counterOf, keeperOf } from './hall.policy'
import { findHall, findHallItems } from './hall.repository'
import { findFullSlots } from './slot.repository'

/** The path in the app that a card's QR code leads to. */
const hallPath = (id: string): string => `/subpackages/bookings/hall/index?id=${id}`

/** A presenter for a page of halls: one query for their orgs, one for their day, whatever was booked. */
export async function hallSummaries(
  { services, now }: PublicCtx,
  halls: readonly HallRow[],
): Promise<(hall: HallRow, metres?: number) => HallSummary> {
  const { reader } = services.db
  const orgs = await findOrgs(
    reader,
    halls.map(({ orgCode }) => orgCode),
  )
  const days = await findHallDays(
    reader,
    halls.map(({ id }) => id),
    chinaDate(now),
  )
  const calendarOf = await hallCalendars(reader, [...orgs.values()])
  return (hall, metres) => {
    const org = orgs.get(hall.orgCode)
    if (!org) throw notFound('这个大厅')
    return summaryOf(hall, org, calendarOf(org), { now, day: days.get(hall.id), metres })
  }
}

function summaryOf(
  hall: HallRow,
  org: Org,
  calendar: Calendar,
  { now, day, metres }: { now: Date; day: HallDayRow | undefined; metres: number | undefined },
): HallSummary {
  const { id, name, address, directions, phones, isClosed, isDemo } = hall
  const { hours, reason } = hallDay(hall, calendar, chinaDate(now))
  const time = minutesOfDay(now)
  const waiting = day?.waiting ?? 0
  const windows = hall.windows.length
  return {
    ...{ id, name, address, directions, phones, isClosed, isDemo },
    org: orgRef(org),
    point: readHallPoint(hall),
    distanceMetres: metres ?? null,
    today: {
      isOpen: !isClosed && hours.some(({ from, to }) => from <= time && time < to),
      hours: [...hours],
      reason,
      booked: day?.booked ?? 0,
      waiting,
      lastCalled: day?.lastCalled ?? null,
      load: hallLoad({ hours: isClosed ? [] : hours, time, waiting, windows }),
    },
  }
}

/** The e-card. Throws not_found. */
export async function presentHall(ctx: PublicCtx, id: string, near?: Point): Promise<Hall> {
  const { reader } = ctx.services.db
  const hall = await findHall(reader, id)
  const org = hall && (await findOrgs(reader, [hall.orgCode])).get(hall.orgCode)
  if (!hall || !org) throw notFound('这个大厅')
  const point = readHallPoint(hall)
  const metres = near && point ? Math.round(distanceMetres(near, point)) : undefined
  const summary = (await hallSummaries(ctx, [hall]))(hall, metres)
  const isServing = ctx.actor !== null && counterOf(ctx.actor, org) !== undefined
  const isKeeping = ctx.actor !== null && keeperOf(ctx.actor, org) !== undefined
  return {
    ...summary,
    weekly: hall.weekly,
    overrides: hall.overrides
      .filter(({ through }) => through >= chinaDate(ctx.now))
      .map((override) => ({ ...override, hours: [...override.hours] })),
    windows: hall.windows,
    items: await presentItems(ctx, hall, await hallCalendar(reader, org)),
    policy: hall.policy,
    pictures: (await picturesOf(reader, id)).map((file) => presentAttachment(ctx, file)),
    path: hallPath(id),
    checkInCode: isServing ? checkInCode(ctx, id) : null,
    version: hall.version,
    allowedActions: [
      ...(isKeeping
        ? hall.isClosed
          ? (['update', 'reopen'] as const)
          : (['update', 'edit-schedule', 'close'] as const)
        : []),
      ...(isServing ? (['serve'] as const) : []),
    ],
  }
}

async function presentItems(ctx: PublicCtx, hall: HallRow, calendar: Calendar): Promise<HallItem[]> {
  const { reader } = ctx.services.db
  const items = await findHallItems(reader, hall.id)
  const contents = await findPublished(
    reader,
    items.map(({ itemId }) => itemId),
  )
  const today = chinaDate(ctx.now)
  const last = (item: HallItemRow) => bookableThrough(item.rules, calendar, ctx.now)
  const through = items.map(last).reduce((latest, date) => (date > latest ? date : latest), today)
  const full = await findFullSlots(reader, { hallId: hall.id, from: today, through })
  return items.flatMap((item) => {
    const content = contents.get(item.itemId)
    if (!content) return []
    const free = hall.isClosed
      ? undefined
      : firstFree(ctx.now, itemSchedule(hall, item), calendar, {
          through: last(item),
          isFull: (start) => full.has(`${item.itemId} ${start}`),
        })
    return {
      id: item.itemId,
      ...{ name: content.name, category: content.category, summary: content.summary, scope: item.scope },
      materials: materialsOf(content.guide.materials),
      slotMinutes: item.rules.slotMinutes,
      capacity: capacityOf(item.rules).capacity,
      nextFree: free === undefined ? null : formatInstant(new Date(free)),
    }
  })
}

/** Day by day until one has a place: it is rarely far. */
function firstFree(
  now: Date,
  schedule: ItemSchedule,
  calendar: Calendar,
  { through, isFull }: { through: string; isFull: (start: number) => boolean },
): number | undefined {
  if (capacityOf(schedule.rules).capacity === 0) return undefined
  for (const date of datesBetween(chinaDate(now), through)) {
    const slot = slotsOfDay(schedule, calendar, date).find(
      (one) => isBookable(one, schedule, calendar, now) && !isFull(one.start),
    )
    if (slot) return slot.start
  }
  return undefined
}

/** What to bring along, as the item says now. */
export const materialsOf = (
  materials: readonly { name: string; note?: string | undefined; isRequired: boolean }[],
): HallItem['materials'] => materials.map(({ name, note, isRequired }) => ({ name, note: note || null, isRequired }))
