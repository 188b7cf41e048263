import type { EntityManager } from 'typeorm'
import { selectRows } from '../../db/rows'
import { execute, isSqlite, marks } from '../../db/sql'
import { HallDayRow } from './hall.entity'

const counters = {
  lastNumber: 'last_number',
  waiting: 'waiting',
  booked: 'booked',
  cancelled: 'cancelled',
  noShows: 'no_shows',
  checkedIn: 'checked_in',
  called: 'called',
  served: 'served',
  waitedMinutes: 'waited_minutes',
} as const
export type HallDayChange = Partial<Record<keyof typeof counters, number>>

/** Adds to the numbers of a hall's day, which is made when nothing has happened on it yet. */
export async function addToHallDay(
  em: EntityManager,
  hallId: string,
  day: string,
  change: HallDayChange,
): Promise<void> {
  const changes = Object.entries(change) as [keyof typeof counters, number][]
  if (changes.length === 0) return
  const columns = Object.values(counters)
  const added = changes.map(([name]) => {
    const column = counters[name]
    return `${column} = ${column} + ${isSqlite(em) ? `excluded.${column}` : `VALUES(${column})`}`
  })
  const conflict = isSqlite(em) ? 'ON CONFLICT (hall_id, day) DO UPDATE SET' : 'ON DUPLICATE KEY UPDATE'
  await execute(
    em,
    `INSERT INTO hall_days (hall_id, day, last_called, ${columns.join(', ')})
       VALUES (?, ?, NULL, ${columns.map(() => '?').join(', ')}) ${conflict} ${added.join(', ')}`,
    [hallId, day, ...(Object.keys(counters) as (keyof typeof counters)[]).map((name) => change[name] ?? 0)],
  )
}

/**
 * The next number of a hall's day. The row stays locked until the transaction ends, so that numbers have no gap and
 * no repeat: whoever fails gives the number back.
 */
export async function nextNumber(em: EntityManager, hallId: string, day: string): Promise<number> {
  await addToHallDay(em, hallId, day, { lastNumber: 1, waiting: 1 })
  const [row] = await selectRows(em, HallDayRow, 'WHERE hall_id = ? AND day = ?', [hallId, day])
  return row?.lastNumber ?? 0
}

/** Who was called last. */
export async function noteCalled(em: EntityManager, hallId: string, day: string, number: number): Promise<void> {
  await execute(em, 'UPDATE hall_days SET last_called = ? WHERE hall_id = ? AND day = ?', [number, hallId, day])
}

/** One day of several halls, by hall; days on which nothing happened are left out. */
export async function findHallDays(em: EntityManager, hallIds: readonly string[], day: string) {
  if (hallIds.length === 0) return new Map<string, HallDayRow>()
  const rows = await selectRows(em, HallDayRow, `WHERE day = ? AND hall_id IN (${marks(hallIds)})`, [day, ...hallIds])
  return new Map(rows.map((row) => [row.hallId, row]))
}
