import { boxAround, distanceMetres, placeNameKey, type Point } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { selectRows } from '../../db/rows'
import { likePattern, marks, query } from '../../db/sql'
import { readHallPoint, toMillionths } from './hall-point'
import { HallItemRow, HallRow } from './hall.entity'

export interface HallFilter {
  /** Path of the territory. */
  readonly path?: string | undefined
  /** Part of the name, or one of the items. */
  readonly name?: string | undefined
  readonly itemIds?: readonly string[] | undefined
  readonly state: 'open' | 'closed' | 'all'
}

function conditionsOf({ path, name, itemIds, state }: HallFilter): { sql: string; params: unknown[] } {
  const sql = state === 'all' ? ['1 = 1'] : ['is_closed = ?']
  const params: unknown[] = state === 'all' ? [] : [state === 'closed' ? 1 : 0]
  if (path !== undefined) {
    sql.push('org_code IN (SELECT code FROM orgs WHERE path LIKE ?)')
    params.push(`${path}%`)
  }
  const any: string[] = []
  if (name !== undefined) {
    any.push("name_key LIKE ? ESCAPE '!'")
    params.push(likePattern(placeNameKey(name)))
  }
  if (itemIds !== undefined && itemIds.length > 0) {
    any.push(`id IN (SELECT hall_id FROM hall_items WHERE item_id IN (${marks(itemIds)}))`)
    params.push(...itemIds)
  }
  if (any.length > 0) sql.push(`(${any.join(' OR ')})`)
  return { sql: sql.join(' AND '), params }
}

/** A page of halls in the order in which they were added. */
export async function listHalls(
  em: EntityManager,
  filter: HallFilter,
  { afterId, limit }: { afterId: string | undefined; limit: number },
): Promise<HallRow[]> {
  const { sql, params } = conditionsOf(filter)
  const after = afterId === undefined ? '' : 'AND id > ?'
  return selectRows(em, HallRow, `WHERE ${sql} ${after} ORDER BY id LIMIT ${limit}`, [
    ...params,
    ...(afterId === undefined ? [] : [afterId]),
  ])
}

const inBox = 'lat_e6 BETWEEN ? AND ? AND lng_e6 BETWEEN ? AND ?'
function boxParams(near: Point, metres: number): number[] {
  const { south, north, west, east } = boxAround(near, metres)
  return [south, north, west, east].map(toMillionths)
}

/** Districts that have a hall around a position: those whose catalogues are searched when nobody names a district. */
export async function findNearDistricts(em: EntityManager, near: Point, metres: number): Promise<string[]> {
  const rows = await query<{ districtCode: string }>(
    em,
    `SELECT DISTINCT district_code AS districtCode FROM halls WHERE ${inBox}`,
    boxParams(near, metres),
  )
  return rows.map(({ districtCode }) => districtCode)
}

export interface FoundHall {
  readonly hall: HallRow
  readonly metres: number
}

/** Halls within so many metres of a position, nearest first; a district has some hundred. */
export async function findNearHalls(
  em: EntityManager,
  near: Point,
  metres: number,
  filter: HallFilter,
): Promise<FoundHall[]> {
  const { sql, params } = conditionsOf(filter)
  const rows = await selectRows(em, HallRow, `WHERE ${inBox} AND ${sql}`, [...boxParams(near, metres), ...params])
  return rows
    .flatMap((hall) => {
      const point = readHallPoint(hall)
      const distance = point ? distanceMetres(near, point) : Infinity
      return distance <= metres ? [{ hall, metres: Math.round(distance) }] : []
    })
    .sort((a, b) => a.metres - b.metres || (a.hall.id < b.hall.id ? -1 : 1))
}

/** Ids of what is served anywhere in a territory, with where. */
export const findHandled = (em: EntityManager, path: string): Promise<HallItemRow[]> =>
  selectRows(
    em,
    HallItemRow,
    `WHERE hall_id IN (SELECT id FROM halls WHERE is_closed = 0
       AND org_code IN (SELECT code FROM orgs WHERE path LIKE ?)) ORDER BY hall_id, position`,
    [`${path}%`],
  )
