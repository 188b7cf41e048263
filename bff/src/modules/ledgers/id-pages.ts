/** Where a page ended: of ledgers that go by a time of their own, that time too. */
export interface Key {
  readonly id: string
  readonly at?: Date
}

interface Range {
  readonly where: string
  readonly params: readonly unknown[]
}

/**
 * A statement for the ids of one page, the newest first. Each range is its own read of a covering index, as many rows
 * as the page has, so that it costs the same however long the history is (docs/adr/0002).
 * @param by columns that order both index and page
 */
export function pageOfIds(table: string, ranges: readonly Range[], by: readonly string[], limit: number) {
  const columns = by.join(', ')
  const order = by.map((column) => `${column} DESC`).join(', ')
  const parts = ranges.map(
    ({ where }) =>
      `SELECT * FROM (SELECT ${columns} FROM ${table} WHERE ${where} ORDER BY ${order} LIMIT ${limit}) AS r`,
  )
  return {
    sql: `SELECT id FROM (SELECT ${columns} FROM (${parts.join(' UNION ALL ')}) AS u ORDER BY ${order} LIMIT ${limit}) AS p`,
    params: ranges.flatMap(({ params }) => params),
    order,
  }
}
