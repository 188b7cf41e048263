import type { EntityManager } from 'typeorm'
import { selectRows } from '../../../db/rows'
import { query } from '../../../db/sql'
import { HallItemRow, HallRow } from '../hall.entity'

const inTerritory = 'org_code IN (SELECT code FROM orgs WHERE path LIKE ?)'

/** Every hall of a territory, closed ones included. */
export const hallsWithin = (em: EntityManager, path: string): Promise<HallRow[]> =>
  selectRows(em, HallRow, `WHERE ${inTerritory} ORDER BY id`, [`${path}%`])

/** What they serve. */
export const itemsWithin = (em: EntityManager, path: string): Promise<HallItemRow[]> =>
  selectRows(em, HallItemRow, `WHERE hall_id IN (SELECT id FROM halls WHERE ${inTerritory})`, [`${path}%`])

export interface HallSums {
  readonly hallId: string
  readonly booked: number
  readonly cancelled: number
  readonly noShows: number
  readonly tickets: number
  readonly served: number
  readonly checkedIn: number
  readonly called: number
  readonly waitedMinutes: number
}

/** Sums of the days of a territory's halls: as many rows as days and halls, whatever was booked on them. */
export async function sumHallDays(em: EntityManager, path: string, from: string, to: string): Promise<HallSums[]> {
  const rows = await query<Record<keyof HallSums, string | number>>(
    em,
    `SELECT hall_id AS hallId, SUM(booked) AS booked, SUM(cancelled) AS cancelled, SUM(no_shows) AS noShows,
        SUM(last_number) AS tickets, SUM(served) AS served, SUM(checked_in) AS checkedIn, SUM(called) AS called,
        SUM(waited_minutes) AS waitedMinutes
       FROM hall_days WHERE day BETWEEN ? AND ? AND hall_id IN
        (SELECT id FROM halls WHERE org_code IN (SELECT code FROM orgs WHERE path LIKE ?)) GROUP BY hall_id`,
    [from, to, `${path}%`],
  )
  return rows.map(({ hallId, ...sums }) => ({
    hallId: String(hallId),
    ...(Object.fromEntries(Object.entries(sums).map(([name, value]) => [name, Number(value)])) as Omit<
      HallSums,
      'hallId'
    >),
  }))
}
