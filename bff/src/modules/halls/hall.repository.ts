import { placeNameKey } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { isDuplicateKey } from '../../db/retry'
import { insertRow, insertRows, selectRows, updateRows } from '../../db/rows'
import { ShortMemory } from '../../db/short-memory'
import { execute, marks } from '../../db/sql'
import { alreadyExists, lostRace } from '../../errors'
import { HallItemRow, HallRow } from './hall.entity'

export async function findHall(em: EntityManager, id: string): Promise<HallRow | undefined> {
  const [hall] = await selectRows(em, HallRow, 'WHERE id = ?', [id])
  return hall
}

const shown = new ShortMemory<HallRow>()

/** Halls by id, for their names; whatever decides something reads `findHall`. */
export const findHalls = (em: EntityManager, ids: Iterable<string>): Promise<Map<string, HallRow>> =>
  shown.read(em, ids, async (missing) => {
    const halls = await selectRows(em, HallRow, `WHERE id IN (${marks(missing)})`, missing)
    return new Map(halls.map((hall) => [hall.id, hall]))
  })

/** After one was changed here. */
export const forgetHalls = (): void => shown.forget()

/** What a hall serves, in its order. */
export const findHallItems = (em: EntityManager, hallId: string): Promise<HallItemRow[]> =>
  selectRows(em, HallItemRow, 'WHERE hall_id = ? ORDER BY position, item_id', [hallId])

export async function findHallItem(
  em: EntityManager,
  hallId: string,
  itemId: string,
): Promise<HallItemRow | undefined> {
  const [item] = await selectRows(em, HallItemRow, 'WHERE hall_id = ? AND item_id = ?', [hallId, itemId])
  return item
}

/** Throws already_exists when the org has a hall of that name. */
export async function insertHall(em: EntityManager, hall: Omit<HallRow, 'nameKey'>): Promise<void> {
  await refusingTakenName(hall.name, () => insertRow(em, HallRow, { ...hall, nameKey: placeNameKey(hall.name) }))
}

/** Adds many halls with what they serve, for imports and the demo. */
export async function insertHalls(
  em: EntityManager,
  halls: readonly Omit<HallRow, 'nameKey'>[],
  items: readonly HallItemRow[],
): Promise<void> {
  const chunk = 50
  for (let at = 0; at < halls.length; at += chunk) {
    const rows = halls.slice(at, at + chunk).map((hall) => ({ ...hall, nameKey: placeNameKey(hall.name) }))
    await insertRows(em, HallRow, rows)
  }
  for (let at = 0; at < items.length; at += chunk) await insertRows(em, HallItemRow, items.slice(at, at + chunk))
}

/** Changes the row if it is still at the version that was read. Throws lost_race, already_exists. */
export async function saveHall(em: EntityManager, hall: HallRow, change: Partial<HallRow>, now: Date): Promise<void> {
  const name = change.name ?? hall.name
  const set = { ...change, nameKey: placeNameKey(name), version: hall.version + 1, updatedAt: now }
  const changed = await refusingTakenName(name, () =>
    updateRows(em, HallRow, set, 'id = ? AND version = ?', [hall.id, hall.version]),
  )
  if (changed === 0) throw lostRace()
}

/** Puts `items` in place of what the hall serves. */
export async function replaceHallItems(
  em: EntityManager,
  hallId: string,
  items: readonly HallItemRow[],
): Promise<void> {
  await execute(em, 'DELETE FROM hall_items WHERE hall_id = ?', [hallId])
  await insertRows(em, HallItemRow, items)
}

async function refusingTakenName<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (isDuplicateKey(error)) throw alreadyExists(`已有叫「${name}」的大厅，请换个名称，或者修改原有的那一个`)
    throw error
  }
}
