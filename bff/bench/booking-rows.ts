import { createHash, randomBytes } from 'node:crypto'
import type { Connection } from 'mysql2/promise'
import { chinaDate, defaultBookingPolicy, defaultItemRules, privacyNoticeVersion } from '@xinban/shared/domain'
import { newId } from '../src/db/ids'
import { insertMany } from './seed'

/** Milliseconds. */
const halfHour = 30 * 60_000
const day = 48 * halfHour
const community = '610303001002'

export interface BenchHall {
  readonly hallId: string
  readonly itemId: string
  /** Slots of the coming week, in order; each half an hour, around the clock. */
  readonly starts: readonly Date[]
}

/** Midnight in China, tomorrow. */
const tomorrow = (now: Date) => new Date(Date.parse(`${chinaDate(now)}T00:00:00+08:00`) + day)

/** A hall that is open around the clock, with one item. @param perSlot places */
export async function seedHall(connection: Connection, name: string, perSlot: number): Promise<BenchHall> {
  const now = new Date()
  const [hallId, itemId] = [newId(now), newId(now)]
  const json = JSON.stringify
  const weekly = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, from: 0, to: 1440 }))
  // Open on holidays too: the benchmark runs on any day.
  const always = [{ from: '2020-01-01', through: '2099-12-31', hours: [{ from: 0, to: 1440 }], reason: '-' }]
  const policy = { ...defaultBookingPolicy, perDay: 1_000_000, perItem: 1_000_000 }
  const rules = { ...defaultItemRules, leadMinutes: 0, windows: 1, perWindow: perSlot }
  await insertMany(connection, 'halls', [
    {
      ...{ id: hallId, org_code: community, district_code: community.slice(0, 6), name, name_key: name, address: '-' },
      ...{ phones: '["0917-0000000"]', windows: '[]', weekly: json(weekly), overrides: json(always) },
      ...{ policy: json(policy), follows: '[]', is_closed: 0, is_demo: 0, version: 1, updated_at: now },
    },
  ])
  await insertMany(connection, 'hall_items', [
    {
      ...{ hall_id: hallId, item_id: itemId, scope: 'own', rules: json(rules), follows: '[]', position: 0 },
      schedule_version: 1,
    },
  ])
  const first = tomorrow(now).getTime()
  return { hallId, itemId, starts: Array.from({ length: 7 * 48 }, (_, index) => new Date(first + index * halfHour)) }
}

/** Bookings of a hall, spread over its week, with the slots that count them. */
export async function seedBookings(
  connection: Connection,
  { hallId, itemId, starts }: BenchHall,
  count: number,
  capacity: number,
): Promise<void> {
  const now = new Date()
  const slots = starts.map((start) => ({
    ...{ id: newId(now), hall_id: hallId, item_id: itemId, starts_at: start, day: chinaDate(start), capacity },
    ...{ ends_at: new Date(start.getTime() + halfHour), taken: 0, waiting: 0 },
  }))
  const bookings = Array.from({ length: count }, (_, index) => {
    const slot = slots[index % slots.length]
    if (!slot) throw new Error('a hall has no slots')
    slot.taken += 1
    return bookingRow(slot, newId(now))
  })
  await insertMany(
    connection,
    'booking_slots',
    slots.filter(({ taken }) => taken > 0),
  )
  for (let from = 0; from < count; from += 1000)
    await insertMany(connection, 'bookings', bookings.slice(from, from + 1000))
}

/** What the floor inserts too. */
export function bookingRow(
  slot: { id: string; hall_id: string; item_id: string; starts_at: Date; ends_at: Date },
  person: string,
) {
  const now = new Date()
  return {
    ...{ id: newId(now), hall_id: slot.hall_id, item_id: slot.item_id, district_code: '610303', slot_id: slot.id },
    ...{ starts_at: slot.starts_at, ends_at: slot.ends_at, day: chinaDate(slot.starts_at), status: 'booked' },
    ...{ placed_by_id: person, owner_id: person, subject_key: person, for_whom: 'self', is_for_other: 0 },
    ...{ is_by_staff: 0, priority: 'none', sequence: 0, created_at: now, updated_at: now, version: 1 },
  }
}

/** People who are signed in and agreed. @returns their tokens */
export async function seedBookers(connection: Connection, count: number): Promise<string[]> {
  const now = new Date()
  const people = Array.from({ length: count }, () => ({ id: newId(now), token: randomBytes(32).toString('base64url') }))
  await insertMany(
    connection,
    'persons',
    people.map(({ id }) => ({ id, is_demo: 0, created_at: now, updated_at: now })),
  )
  await insertMany(
    connection,
    'sessions',
    people.map(({ id, token }) => ({
      token_hash: createHash('sha256').update(token).digest('hex'),
      ...{ person_id: id, provider: 'password', created_at: now, expires_at: new Date(now.getTime() + day) },
    })),
  )
  await insertMany(
    connection,
    'consents',
    people.map(({ id }) => ({
      ...{
        id: newId(now),
        person_id: id,
        kind: 'personal_data',
        notice_version: privacyNoticeVersion,
        source: 'self',
        at: now,
      },
    })),
  )
  return people.map(({ token }) => token)
}
