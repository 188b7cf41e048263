import type { EntityManager } from 'typeorm'
import { selectRows } from '../../db/rows'
import { WhistleRow } from './whistle.entity'

/** Which whistles a list is of: those of a street or a district, those that call a department, or open refusals. */
export type WhistleScope =
  | { readonly of: 'street' | 'district' | 'department'; readonly code: string; readonly isOpen: boolean }
  | { readonly of: 'refusals'; readonly code: string }

/**
 * A page, the latest first. The ids come from a covering index and the rows after them, so that a page costs the same
 * however long the history is (docs/adr/0002). A whistle of which two departments refuse is there once.
 */
export function listWhistles(
  em: EntityManager,
  scope: WhistleScope,
  { before, limit }: { before: string | undefined; limit: number },
): Promise<WhistleRow[]> {
  const { table, id, where, params } = wayInto(scope)
  const after = before === undefined ? '' : `AND ${id} < ?`
  return selectRows(
    em,
    WhistleRow,
    `WHERE id IN (SELECT id FROM (
       SELECT DISTINCT ${id} AS id FROM ${table} WHERE ${where} ${after} ORDER BY ${id} DESC LIMIT ${limit}
     ) AS page) ORDER BY id DESC`,
    [...params, ...(before === undefined ? [] : [before])],
  )
}

/** Of one order at most: several are rare. */
const mostAboutOne = 20

export const whistlesAbout = (em: EntityManager, orderId: string): Promise<WhistleRow[]> =>
  selectRows(em, WhistleRow, `WHERE order_id = ? ORDER BY id DESC LIMIT ${mostAboutOne}`, [orderId])

function wayInto(scope: WhistleScope) {
  const ofParty = { table: 'whistle_parties', id: 'whistle_id' }
  switch (scope.of) {
    case 'street':
    case 'district':
      return {
        ...{ table: 'whistles', id: 'id', where: `${scope.of}_code = ? AND is_open = ?` },
        params: [scope.code, scope.isOpen ? 1 : 0],
      }
    case 'department':
      return { ...ofParty, where: 'department_code = ? AND is_open = ?', params: [scope.code, scope.isOpen ? 1 : 0] }
    case 'refusals':
      return {
        ...ofParty,
        where: "district_code = ? AND state = 'refusing' AND is_open = 1",
        params: [scope.code],
      }
  }
}
