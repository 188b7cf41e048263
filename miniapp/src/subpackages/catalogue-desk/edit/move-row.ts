/** The rows with the one at `from` at `to`; as they were when there is no such place. */
export function moveRow<Row>(rows: readonly Row[], from: number, to: number): Row[] {
  const next = [...rows]
  if (to < 0 || to >= rows.length) return next
  const [row] = next.splice(from, 1)
  if (row !== undefined) next.splice(to, 0, row)
  return next
}

export const replaceRow = <Row>(rows: readonly Row[], at: number, row: Row): Row[] =>
  rows.map((other, index) => (index === at ? row : other))

export const withoutRow = <Row>(rows: readonly Row[], at: number): Row[] => rows.filter((_, index) => index !== at)
