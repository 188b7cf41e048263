import { boxAround, distanceMetres, placeNameKey, type Point } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { selectRows } from '../../db/rows'
import { likePattern, marks, query } from '../../db/sql'
import { readPoint, toMillionths } from './place-point'
import { PlaceRow } from './place.entity'

interface Filter {
  readonly communityCode?: string
  readonly q?: string
  readonly state: 'open' | 'closed' | 'all'
}

function conditionsOf({ communityCode, q, state }: Filter): { sql: string[]; params: unknown[] } {
  const sql: string[] = []
  const params: unknown[] = []
  const add = (condition: string, ...values: unknown[]) => {
    sql.push(condition)
    params.push(...values)
  }
  if (communityCode !== undefined) add('community_code = ?', communityCode)
  if (state !== 'all') add(`is_closed = ${state === 'closed' ? 1 : 0}`)
  if (q !== undefined) add("name_key LIKE ? ESCAPE '!'", likePattern(placeNameKey(q)))
  return { sql, params }
}

/** A page of the places of a community, in the order in which they were written down. */
export async function listPlaces(
  em: EntityManager,
  where: Filter & { readonly communityCode: string; readonly afterId: string | undefined; readonly limit: number },
): Promise<PlaceRow[]> {
  const { sql, params } = conditionsOf(where)
  if (where.afterId !== undefined) {
    sql.push('id > ?')
    params.push(where.afterId)
  }
  return selectRows(
    em,
    PlaceRow,
    `WHERE id IN (SELECT id FROM (
       SELECT id FROM places WHERE ${sql.join(' AND ')} ORDER BY id LIMIT ${where.limit}
     ) AS page) ORDER BY id`,
    params,
  )
}

export interface FoundPlace {
  readonly id: string
  readonly communityCode: string
  readonly point: Point
  readonly metres: number
}

/**
 * Every place within `metres` of a position, nearest first. The database looks in a box by index; the exact distances
 * are reckoned here, over what a town has within walking distance.
 */
export async function findNearby(
  em: EntityManager,
  near: Point,
  metres: number,
  filter: Filter = { state: 'open' },
): Promise<FoundPlace[]> {
  const { south, north, west, east } = boxAround(near, metres)
  const { sql, params } = conditionsOf(filter)
  const rows = await query<{ id: string; communityCode: string; latE6: number; lngE6: number }>(
    em,
    `SELECT id, community_code AS communityCode, lat_e6 AS latE6, lng_e6 AS lngE6 FROM places
     WHERE ${['lat_e6 BETWEEN ? AND ?', 'lng_e6 BETWEEN ? AND ?', ...sql].join(' AND ')}`,
    [...[south, north, west, east].map(toMillionths), ...params],
  )
  return rows
    .flatMap(({ id, communityCode, ...stored }) => {
      const point = readPoint(stored)
      const distance = point ? distanceMetres(near, point) : Infinity
      return point && distance <= metres ? [{ id, communityCode, point, metres: Math.round(distance) }] : []
    })
    .sort((a, b) => a.metres - b.metres || (a.id < b.id ? -1 : 1))
}

/** Shorter names stand in too many sentences that mean something else. */
const shortestMentioned = 2

/**
 * The community under an org whose place is named in what someone says. The longest name decides, because it says most;
 * null when it is used in several communities. Looks at every place of the org once: a district has some thousands.
 */
export async function mentionedCommunity(em: EntityManager, orgCode: string, said: string): Promise<string | null> {
  const found = await query<{ communityCode: string; nameKey: string }>(
    em,
    `SELECT p.community_code AS communityCode, p.name_key AS nameKey
       FROM places p JOIN orgs o ON o.code = p.community_code AND o.path LIKE ?
      WHERE p.is_closed = 0 AND INSTR(?, p.name_key) > 0`,
    [`%/${orgCode}/%`, placeNameKey(said)],
  )
  const longest = Math.max(shortestMentioned, ...found.map(({ nameKey }) => nameKey.length))
  const [first, ...others] = found.filter(({ nameKey }) => nameKey.length === longest)
  return first && others.length === 0 ? first.communityCode : null
}

/** Places by id, in the order asked for. */
export async function findPlaces(em: EntityManager, ids: readonly string[]): Promise<PlaceRow[]> {
  if (ids.length === 0) return []
  const rows = await selectRows(em, PlaceRow, `WHERE id IN (${marks(ids)})`, ids)
  const byId = new Map(rows.map((place) => [place.id, place]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
