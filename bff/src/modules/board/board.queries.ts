import { orderStatuses, publicListStates, type PledgeAction, type PledgeListState } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { floorId } from '../../db/ids'
import { selectRows } from '../../db/rows'
import { marks, query } from '../../db/sql'
import type { FileRow } from '../files'
import { Org } from '../orgs'
import { PledgeListRow } from '../pledges'

/** How many codes are asked for at once: statements have a limit of parameters. */
const atOnce = 500

/** Streets and communities in the territory of an org, itself included, in the order of their codes. */
export const findTerritory = (em: EntityManager, { path }: Pick<Org, 'path'>): Promise<Org[]> =>
  selectRows(em, Org, `WHERE path LIKE ? AND level IN ('district', 'street', 'community') ORDER BY code`, [`${path}%`])

/** The published list of a year, or of the latest year up to it; undefined where there is none. */
export async function findShownList(
  em: EntityManager,
  orgCode: string,
  year: number,
  isExact: boolean,
): Promise<PledgeListRow | undefined> {
  const [list] = await selectRows(
    em,
    PledgeListRow,
    `WHERE org_code = ? AND year ${isExact ? '=' : '<='} ? AND state IN (${marks(publicListStates)})
      ORDER BY year DESC LIMIT 1`,
    [orgCode, year, ...publicListStates],
  )
  return list
}

/**
 * Lists of a year, of several orgs: point by point in the index of org and year, however long the history.
 * @param states published ones unless told otherwise
 */
export async function findListsOfYear(
  em: EntityManager,
  orgCodes: readonly string[],
  year: number,
  states: readonly PledgeListState[] = publicListStates,
): Promise<PledgeListRow[]> {
  const lists: PledgeListRow[] = []
  for (let from = 0; from < orgCodes.length; from += atOnce) {
    const codes = orgCodes.slice(from, from + atOnce)
    const where = `WHERE org_code IN (${marks(codes)}) AND year = ? AND state IN (${marks(states)})`
    lists.push(...(await selectRows(em, PledgeListRow, where, [...codes, year, ...states])))
  }
  return lists
}

/** The newest picture that a public report on a pledge carries; undefined where there is none. */
export async function findNewestPhoto(em: EntityManager, pledgeId: string): Promise<Photo | undefined> {
  const [photo] = await query<Photo>(
    em,
    `SELECT f.id, f.mime
       FROM pledge_events e
       JOIN pledge_event_texts t ON t.event_id = e.id AND t.is_public = ?
       JOIN files f ON f.event_id = e.id AND f.order_id = ?
      WHERE e.pledge_id = ? AND e.action IN (${marks(reports)})
      ORDER BY e.seq DESC, f.position
      LIMIT 1`,
    [true, pledgeId, pledgeId, ...reports],
  )
  return photo
}
type Photo = Pick<FileRow, 'id' | 'mime'>
const reports: readonly PledgeAction[] = ['progress', 'complete-milestone', 'request-strike-off', 'strike-off']

const columns = { district: 'district_code', street: 'street_code', community: 'community_code' } as const
export type BoardLevel = keyof typeof columns

/**
 * Orders that people placed since an instant: one range of the index for each status, as long as what was placed since.
 * What departments ask is counted by its own index, and taken off.
 */
export async function countPlaced(
  em: EntityManager,
  { code, level }: { code: string; level: BoardLevel },
  since: Date,
): Promise<number> {
  const statuses = orderStatuses.filter((status) => status !== 'merged')
  const where = `${columns[level]} = ? AND status IN (${marks(statuses)}) AND id >= ?`
  const params = [code, ...statuses, floorId(since)]
  const [row] = await query<Record<'placed' | 'tasks', number | string>>(
    em,
    `SELECT (SELECT COUNT(*) FROM orders WHERE ${where}) AS placed,
            (SELECT COUNT(*) FROM orders WHERE owner_org_code IS NOT NULL AND ${where}) AS tasks`,
    [...params, ...params],
  )
  return Number(row?.placed ?? 0) - Number(row?.tasks ?? 0)
}

/** The newest message of the outbox: whether anything happened since somebody looked, in any process. */
export async function newestFact(em: EntityManager): Promise<string> {
  const [row] = await query<{ id: string }>(em, 'SELECT id FROM outbox ORDER BY id DESC LIMIT 1')
  return row?.id ?? ''
}
