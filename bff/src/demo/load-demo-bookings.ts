import { chinaDate, dateOfDay, dayNumber, generateSlots, hallDay, instantOn } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx, Services } from '../context'
import {
  cancelBooking,
  checkIn,
  createBooking,
  drawTicket,
  holdPlace,
  joinWaitlist,
  markNoShow,
  moveItsTicket,
  moveTicket,
  rateBooking,
} from '../modules/bookings'
import { findHall, findHallItem, hallCalendar, itemSchedule } from '../modules/halls'
import { loadActor } from '../modules/identity'
import { findOrg } from '../modules/orgs'
import { demoHallOrg, selfServiceItem } from './demo-halls'
import type { DemoPeople } from './load-demo-people'

const minute = 60_000
const hour = 60 * minute

interface World {
  readonly em: EntityManager
  readonly services: Services
  readonly people: DemoPeople
  readonly hallId: string
  readonly itemId: string
  readonly now: Date
}

/**
 * Bookings in every state, numbers and a waitlist at the hall of the demo's community, through the real commands at
 * their own times. At the turn of a holiday, when the hall has no slots, there are fewer.
 */
export async function loadDemoBookings(
  em: EntityManager,
  {
    services,
    people,
    items,
    hallId,
    now,
  }: { services: Services; people: DemoPeople; items: ReadonlyMap<string, string>; hallId: string; now: Date },
): Promise<void> {
  const itemId = items.get(selfServiceItem) ?? ''
  const world: World = { em, services, people, hallId, itemId, now }
  await overOnes(world)
  await presentOnes(world)
  await comingOnes(world, items.get('高龄津贴申领') ?? '', items.get('老年优待证办理') ?? '')
}

const staff = `community-${demoHallOrg}`

async function as({ em, services, people }: World, account: string, now: Date): Promise<Ctx> {
  const personId = people.get(account)
  if (personId === undefined) throw new Error(`the demo has no account ${account}`)
  return { services, actor: await loadActor(em, personId), now, requestId: 'demo' }
}

/** The first start of a slot of an item from an instant on, as it can be booked at `now`. */
async function slotFrom({ em, hallId }: World, itemId: string, from: Date, now: Date): Promise<Date | undefined> {
  const hall = await findHall(em, hallId)
  const org = hall && (await findOrg(em, hall.orgCode))
  const item = hall && (await findHallItem(em, hallId, itemId))
  if (!hall || !org || !item) return undefined
  const days = { from: chinaDate(from), through: dateOfDay(dayNumber(from) + 7) }
  const slots = generateSlots(itemSchedule(hall, item), await hallCalendar(em, org), { ...days, now, taken: [] })
  const found = slots.find(({ start }) => start >= from.getTime())
  return found && new Date(found.start)
}

/** Books through the command. Undefined where there is no slot. */
async function booked(world: World, account: string, itemId: string, [from, at]: readonly [from: Date, at: Date]) {
  const start = await slotFrom(world, itemId, from, at)
  // A holiday lies between: everyone would want the first slot after it.
  if (!start || start.getTime() - from.getTime() > 24 * hour) return undefined
  const input = { hallId: world.hallId, itemId, start: start.toISOString(), priority: 'none' as const }
  return { id: await createBooking(await as(world, account, at), input), start }
}

const before = (instant: Date, ms: number) => new Date(instant.getTime() - ms)

async function overOnes(world: World): Promise<void> {
  const { now, itemId } = world
  const [made, then] = [before(now, 72 * hour), before(now, 48 * hour)]
  for (const [index, account] of ['resident-1', 'resident-2', 'resident-3'].entries()) {
    const visit = await booked(world, account, itemId, [new Date(then.getTime() + index * 20 * minute), made])
    if (!visit || visit.start > before(now, hour)) continue
    const counter = await as(world, staff, visit.start)
    await checkIn(counter, visit, {})
    await moveItsTicket(counter, visit, 'call', index + 1)
    await moveItsTicket(counter, visit, 'serve')
    const done = new Date(visit.start.getTime() + 8 * minute)
    await moveItsTicket(await as(world, staff, done), visit, 'finish')
    if (index < 2)
      await rateBooking(await as(world, account, new Date(done.getTime() + hour)), visit, {
        stars: index === 0 ? 5 : 4,
        reasons: [],
        comment: '',
      })
  }
  const missed = await booked(world, 'resident-4', itemId, [then, made])
  if (missed && missed.start < before(now, hour))
    await markNoShow(await as(world, staff, new Date(missed.start.getTime() + 11 * minute)), missed)
}

/** Around now: one that waits, one at a counter, and two walk-ins. */
async function presentOnes(world: World): Promise<void> {
  const { now, itemId, hallId } = world
  // Of today, whatever the hour: a queue ends with its day.
  const soon = new Date(Math.max(before(now, 9 * minute).getTime(), instantOn(dayNumber(now), 0).getTime()))
  const [waiting, serving] = [
    await booked(world, 'resident-5', itemId, [soon, before(now, 30 * minute)]),
    await booked(world, 'resident-6', itemId, [soon, before(now, 30 * minute)]),
  ]
  const counter = await as(world, staff, now)
  for (const visit of [waiting, serving])
    if (visit && visit.start.getTime() <= now.getTime() + 15 * minute) await checkIn(counter, visit, {})
  if (serving && serving.start.getTime() <= now.getTime() + 15 * minute) {
    await moveItsTicket(counter, serving, 'call', 1)
    await moveItsTicket(counter, serving, 'serve')
  }
  const at = await lastOpen(world)
  if (!at) return
  const desk = await as(world, staff, at)
  await drawTicket(await as(world, 'resident-7', at), { hallId, priority: 'none', isForOther: false })
  await drawTicket(desk, { hallId, priority: 'aged', isForOther: true })
  const parked = await drawTicket(desk, { hallId, priority: 'none', isForOther: true })
  await moveTicket(desk, { id: parked }, 'call', 2)
  await moveTicket(desk, { id: parked }, 'park')
}

/** Now, or shortly before the hall closed today: numbers are drawn as long as it is open. Undefined on a day off. */
async function lastOpen({ em, hallId, now }: World): Promise<Date | undefined> {
  const hall = await findHall(em, hallId)
  const org = hall && (await findOrg(em, hall.orgCode))
  if (!hall || !org) return undefined
  const last = hallDay(hall, await hallCalendar(em, org), chinaDate(now)).hours.at(-1)
  if (!last) return undefined
  return new Date(Math.min(now.getTime(), instantOn(dayNumber(now), last.to - 5).getTime()))
}

async function comingOnes(world: World, allowance: string, card: string): Promise<void> {
  const { now, hallId } = world
  const tomorrow = new Date(now.getTime() + 24 * hour)
  const own = await booked(world, 'resident-1', allowance, [tomorrow, now])
  const cancelled = await booked(world, 'resident-2', allowance, [tomorrow, now])
  if (cancelled) await cancelBooking(await as(world, 'resident-2', now), cancelled, {})
  await booked(world, 'resident-8', card, [tomorrow, now])
  const full = (await booked(world, 'resident-9', card, [tomorrow, now]))?.start
  if (full) await joinWaitlist(await as(world, 'resident-3', now), { hallId, itemId: card, start: full.toISOString() })
  if (own)
    await holdPlace(await as(world, 'resident-10', now), { hallId, itemId: allowance, start: own.start.toISOString() })
}
