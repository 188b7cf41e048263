import { searchItems } from '@xinban/shared/domain'
import { malformedRequest } from '../../errors'
import { decodeCursor, pageOf } from '../../http/page'
import type { After, ItemPage } from './catalogue.queries'
import type { ServiceItemRow } from './service-item.entity'

interface Asked {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly q?: string | undefined
}
type Rows = readonly ServiceItemRow[]

/**
 * One page of items: in the catalogue's order, or with `q` what everyday words ask for, best first.
 * @param list answers a page, or everything when it is asked for none
 * @param presenterOf gets the rows of the page, and one more when others follow
 */
export async function pageOfItems<Shown>(
  { limit, cursor, q }: Asked,
  list: (page?: ItemPage) => Promise<Rows>,
  presenterOf: (rows: Rows) => Promise<(row: ServiceItemRow) => Shown>,
): Promise<{ items: Shown[]; nextCursor: string | null }> {
  if (q === undefined) {
    const rows = await list({ after: readKey(cursor), limit: limit + 1 })
    return pageOf(rows, limit, ({ position, id }) => `${position}:${id}`, await presenterOf(rows))
  }
  const from = readNumber(cursor) ?? 0
  const found = searchItems(await list(), q).map(({ item }) => item)
  const rows = found.slice(from, from + limit + 1)
  return pageOf(rows, limit, (row) => String(found.indexOf(row) + 1), await presenterOf(rows))
}

const wrongCursor = () => malformedRequest('翻页位置无效，请从第一页重新打开')

function readKey(cursor: string | undefined): After | null {
  const key = decodeCursor(cursor)
  if (key === undefined) return null
  const [position = '', id = ''] = key.split(':')
  if (!/^\d{1,9}$/.test(position)) throw wrongCursor()
  return { position: Number(position), id }
}

/** The place of a ranking or the number of a version. */
export function readNumber(cursor: string | undefined): number | undefined {
  const key = decodeCursor(cursor)
  if (key === undefined) return undefined
  if (!/^\d{1,6}$/.test(key)) throw wrongCursor()
  return Number(key)
}
