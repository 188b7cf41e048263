import { usualBookingDefaults, type BookingDefaults } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { isDuplicateKey } from '../../db/retry'
import { insertRow, selectRows } from '../../db/rows'
import { lostRace } from '../../errors'
import { BookingDefaultsRow } from './hall.entity'

/** Versions of a district, the latest first. */
export const findDefaultVersions = (
  em: EntityManager,
  { districtCode, before, limit }: { districtCode: string; before?: number | undefined; limit: number },
): Promise<BookingDefaultsRow[]> =>
  selectRows(em, BookingDefaultsRow, `WHERE district_code = ? AND version < ? ORDER BY version DESC LIMIT ${limit}`, [
    ...[districtCode, before ?? 2_147_483_647],
  ])

/** What holds in a district for whoever follows it: its newest version, or the usual values as version 0. */
export async function currentDefaults(
  em: EntityManager,
  districtCode: string,
): Promise<{ version: number; defaults: BookingDefaults; row: BookingDefaultsRow | undefined }> {
  const [row] = await findDefaultVersions(em, { districtCode, limit: 1 })
  return { version: row?.version ?? 0, defaults: row?.defaults ?? usualBookingDefaults, row }
}

/** Throws lost_race when that version is there already. */
export async function insertDefaults(em: EntityManager, row: BookingDefaultsRow): Promise<void> {
  try {
    await insertRow(em, BookingDefaultsRow, row)
  } catch (error) {
    if (isDuplicateKey(error)) throw lostRace()
    throw error
  }
}
