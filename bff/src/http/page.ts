import { malformedRequest } from '../errors'

/** Cursors are opaque to callers: the key of the last item, encoded. */
const encodeCursor = (key: string): string => Buffer.from(key, 'utf8').toString('base64url')

/** Undefined for the first page. Throws malformed_request for what no list of ours gave out. */
export function decodeCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined
  const key = Buffer.from(cursor, 'base64url').toString('utf8')
  if (!/^[\w|:.-]{1,120}$/.test(key)) throw malformedRequest('翻页位置无效，请从第一页重新打开')
  return key
}

/** One page out of `limit + 1` rows. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => string,
  present: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(present),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null,
  }
}
