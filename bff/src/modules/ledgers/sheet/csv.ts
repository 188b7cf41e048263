import { formatInstant } from '@xinban/shared/domain'
import { safeText } from './safe-cell'
import type { Cell, Sheet } from './sheet'

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text)

function written(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (cell instanceof Date) return formatInstant(cell).slice(0, 16).replace('T', ' ')
  return quoted(safeText(cell))
}

/**
 * RFC 4180 in UTF-8, with the signature by which Excel knows that; times are of China, to the minute. The mark stands in
 * a last line of as many cells as the others.
 */
export async function* csvOf({ columns, lines, mark }: Sheet): AsyncGenerator<Buffer> {
  yield Buffer.from(`\ufeff${columns.map(({ heading }) => written(heading)).join(',')}\r\n`)
  for await (const batch of lines) {
    if (batch.length > 0) yield Buffer.from(batch.map((line) => `${line.map(written).join(',')}\r\n`).join(''))
  }
  if (mark !== null) yield Buffer.from(`${written(mark)}${','.repeat(columns.length - 1)}\r\n`)
}
