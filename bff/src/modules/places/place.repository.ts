import { placeNameKey, type Point } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { newId } from '../../db/ids'
import { isDuplicateKey } from '../../db/retry'
import { insertRow, selectRows, updateRows } from '../../db/rows'
import { alreadyExists, lostRace } from '../../errors'
import { storePoint } from './place-point'
import { PlaceRow } from './place.entity'

export async function findPlace(em: EntityManager, id: string): Promise<PlaceRow | undefined> {
  const [place] = await selectRows(em, PlaceRow, 'WHERE id = ?', [id])
  return place
}

interface NewPlace extends Pick<PlaceRow, 'communityCode' | 'name' | 'kind'> {
  /** GCJ-02 */
  readonly point?: Point | null
  readonly isDemo?: boolean
}

/** Adds a place. Throws already_exists when the community has one of that name, a closed one too. @returns its id */
export async function insertPlace(
  em: EntityManager,
  now: Date,
  { communityCode, name, kind, point, isDemo = false }: NewPlace,
): Promise<string> {
  const id = newId(now)
  const row: PlaceRow = {
    ...{ id, communityCode, name, nameKey: placeNameKey(name), kind, ...storePoint(point) },
    ...{ isClosed: false, isDemo, version: 1, updatedAt: now },
  }
  await refusingTakenName(name, () => insertRow(em, PlaceRow, row))
  return id
}

/** Changes the row if it is still at the version that was read. Throws lost_race, already_exists. */
export async function savePlace(
  em: EntityManager,
  place: PlaceRow,
  change: Partial<PlaceRow>,
  now: Date,
): Promise<void> {
  const set = { ...change, version: place.version + 1, updatedAt: now }
  const changed = await refusingTakenName(change.name ?? place.name, () =>
    updateRows(em, PlaceRow, set, 'id = ? AND version = ?', [place.id, place.version]),
  )
  if (changed === 0) throw lostRace()
}

async function refusingTakenName<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (isDuplicateKey(error)) throw alreadyExists(`这个社区已有「${name}」，请换个名称，或者修改、恢复原有的那一个`)
    throw error
  }
}
