import type { LedgerCellType } from '@xinban/shared/domain'
import { safeText } from './safe-cell'
import type { Cell, Line, Sheet } from './sheet'
import { contentTypes, packageRels, sheetOpening, style, styles, workbook, workbookRels } from './xlsx-parts'
import { zipOf } from './zip'

/** What a sheet holds at most, its head included. */
const maxLines = 1_048_576
const maxText = 32_767
const notesName = '说明'

/**
 * A workbook of the table, its head frozen, and a sheet that says what it is. It is written as the lines come, so its
 * memory does not grow with them. Lines beyond what a sheet holds are left out; the notes can say so by their number.
 */
export function xlsxOf(sheet: Sheet): AsyncGenerator<Buffer> {
  return zipOf([
    { name: '[Content_Types].xml', content: [contentTypes] },
    { name: '_rels/.rels', content: [packageRels] },
    { name: 'xl/workbook.xml', content: [workbook([escaped(sheet.name), notesName])] },
    { name: 'xl/_rels/workbook.xml.rels', content: [workbookRels] },
    { name: 'xl/styles.xml', content: [styles] },
    { name: 'xl/worksheets/sheet1.xml', content: tableOf(sheet) },
    { name: 'xl/worksheets/sheet2.xml', content: notesOf(sheet) },
  ])
}

const widths: Record<LedgerCellType, number> = { text: 20, number: 12, instant: 18 }

async function* tableOf({ columns, lines }: Sheet): AsyncGenerator<string> {
  const cols = columns.map(({ type }, index) => columnOf(index + 1, widths[type])).join('')
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  const head = columns.map(({ heading }, index) => textCell(heading, addressOf(index, 1), style.head)).join('')
  yield `${sheetOpening}${frozen}<cols>${cols}</cols><sheetData><row r="1">${head}</row>`
  let next = 2
  for await (const batch of lines) {
    const begun = next
    yield batch
      .slice(0, maxLines - next + 1)
      .map((line, index) => rowOf(line, begun + index))
      .join('')
    next += batch.length
    if (next > maxLines) break
  }
  yield '</sheetData></worksheet>'
}

function* notesOf({ notes }: Sheet): Generator<string> {
  const cols = columnOf(1, 16) + columnOf(2, 80)
  const rows = notes().map(
    ([label, words], index) =>
      `<row r="${index + 1}">${textCell(label, addressOf(0, index + 1), style.head)}${textCell(words, addressOf(1, index + 1))}</row>`,
  )
  yield `${sheetOpening}<cols>${cols}</cols><sheetData>${rows.join('')}</sheetData></worksheet>`
}

const columnOf = (number: number, width: number) =>
  `<col min="${number}" max="${number}" width="${width}" customWidth="1"/>`

/** `B7`: programs that read sheets want it, though the standard does not. At most 26 columns. */
const addressOf = (column: number, row: number) => `${String.fromCharCode(65 + column)}${row}`

const rowOf = (line: Line, row: number) =>
  `<row r="${row}">${line.map((cell, column) => cellOf(cell, addressOf(column, row))).join('')}</row>`

function cellOf(cell: Cell, address: string): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`
  if (cell instanceof Date) return `<c r="${address}" s="${style.instant}"><v>${serialOf(cell)}</v></c>`
  return textCell(cell, address)
}

const textCell = (text: string, address: string, of: number = style.plain) =>
  `<c r="${address}" t="inlineStr" s="${of}"><is><t xml:space="preserve">${escaped(safeText(text).slice(0, maxText))}</t></is></c>`

/** Days since 1899-12-30 by China's clocks, as sheets count them; to the second. */
const serialOf = (instant: Date) =>
  ((Math.floor(instant.getTime() / 1000) + 8 * 3600) / 86_400 + 25_569).toFixed(8).replace(/\.?0+$/, '')

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Without what XML cannot hold, and with `_x0041_`, which sheets take for a letter, as it is written. */
const escaped = (text: string) =>
  text
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[&<>"]/g, (special) => entities[special] ?? special)
