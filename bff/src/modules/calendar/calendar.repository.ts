import type { EntityManager } from 'typeorm'
import { newId } from '../../db/ids'
import { isDuplicateKey } from '../../db/retry'
import { insertRow, selectRows, updateRows } from '../../db/rows'
import { execute } from '../../db/sql'
import { lostRace, versionMismatch } from '../../errors'
import { CalendarOverrideRow, CalendarRow, CalendarYearRow, LimitVersionRow } from './calendar.entity'

/** The version of a district's calendar; 0 while it has set nothing. */
export async function calendarVersion(em: EntityManager, districtCode: string): Promise<number> {
  const [head] = await selectRows(em, CalendarRow, 'WHERE district_code = ?', [districtCode])
  return head?.version ?? 0
}

/**
 * Makes the next version of a district's calendar, before anything of it is changed in the same unit of work. Throws
 * version_mismatch when it is not the expected one any more, lost_race when somebody is faster.
 */
export async function nextCalendarVersion(
  em: EntityManager,
  { districtCode, expected, now }: { districtCode: string; expected: number | undefined; now: Date },
): Promise<void> {
  const current = await calendarVersion(em, districtCode)
  if (expected !== undefined && expected !== current) throw versionMismatch()
  const row = { version: current + 1, stamp: newId(now), updatedAt: now }
  if (current === 0) return insertOnce(em, CalendarRow, { districtCode, ...row })
  const changed = await updateRows(em, CalendarRow, row, 'district_code = ? AND version = ?', [districtCode, current])
  if (changed === 0) throw lostRace()
}

/** Everything set about days; of one org, or of all. */
export const findOverrides = (em: EntityManager, districtCode: string): Promise<CalendarOverrideRow[]> =>
  selectRows(em, CalendarOverrideRow, 'WHERE district_code = ? ORDER BY day, org_code', [districtCode])

export async function putOverride(em: EntityManager, row: CalendarOverrideRow): Promise<void> {
  await deleteOverride(em, row)
  await insertOnce(em, CalendarOverrideRow, row)
}

/** @returns how many there were: 0 or 1 */
export const deleteOverride = (
  em: EntityManager,
  { districtCode, orgCode, day }: Pick<CalendarOverrideRow, 'districtCode' | 'orgCode' | 'day'>,
): Promise<number> =>
  execute(em, 'DELETE FROM calendar_overrides WHERE district_code = ? AND org_code = ? AND day = ?', [
    ...[districtCode, orgCode, day],
  ])

export const findYears = (em: EntityManager, districtCode: string): Promise<CalendarYearRow[]> =>
  selectRows(em, CalendarYearRow, 'WHERE district_code = ? ORDER BY year', [districtCode])

export async function putYear(em: EntityManager, row: CalendarYearRow): Promise<void> {
  await deleteYear(em, row)
  await insertOnce(em, CalendarYearRow, row)
}

/** @returns how many there were: 0 or 1 */
export const deleteYear = (
  em: EntityManager,
  { districtCode, year }: Pick<CalendarYearRow, 'districtCode' | 'year'>,
): Promise<number> =>
  execute(em, 'DELETE FROM calendar_years WHERE district_code = ? AND year = ?', [districtCode, year])

/** Versions of limits below `before` (all of them without), latest first. */
export const findLimitVersions = (
  em: EntityManager,
  { districtCode, before, limit }: { districtCode: string; before?: number | undefined; limit: number },
): Promise<LimitVersionRow[]> =>
  selectRows(em, LimitVersionRow, `WHERE district_code = ? AND version < ? ORDER BY version DESC LIMIT ${limit}`, [
    districtCode,
    before ?? 2_147_483_647,
  ])

/** Throws lost_race when that version is there already. */
export const insertLimitVersion = (em: EntityManager, row: LimitVersionRow): Promise<void> =>
  insertOnce(em, LimitVersionRow, row)

async function insertOnce<Row extends object>(em: EntityManager, entity: new () => Row, row: Row): Promise<void> {
  try {
    await insertRow(em, entity, row)
  } catch (error) {
    if (isDuplicateKey(error)) throw lostRace()
    throw error
  }
}
