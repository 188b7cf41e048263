import { ItemContent } from '@xinban/shared/contracts'
import { channels, channelWords } from '@xinban/shared/domain'
import { wordsForIssues } from '../../../http/words-for-issues'
import { columnOf, itemColumns, offerTitle } from './item-columns'

/** A cell as spreadsheets hold it. */
export type Cell = string | number | boolean | Date | null

export interface ItemLine {
  /** Of the sheet, counted from 1; the titles are row 1. */
  readonly row: number
  readonly content: ItemContent
  /** Empty when the file says nothing of it. */
  readonly orgCodes: readonly string[]
}

export interface RowFault {
  readonly row: number
  /** The column's title, or that the whole row is meant. */
  readonly column: string
  readonly message: string
}

const wholeRow = '整行'

/**
 * Reads the rows of a sheet whose first row has the titles of `itemColumns`, in any order. Every fault of every row is
 * reported; empty rows are passed over. Pure: knows nothing of files or of what is in the catalogue already.
 */
export function parseItems(data: readonly (readonly Cell[])[]): { lines: ItemLine[]; faults: RowFault[] } {
  const titles = (data[0] ?? []).map(textOf)
  const faults = titleFaults(titles)
  if (faults.length > 0) return { lines: [], faults }
  const lines: ItemLine[] = []
  const rowOfName = new Map<string, number>()
  for (const [index, cells] of data.entries()) {
    const row = index + 1
    if (index === 0 || cells.every((cell) => textOf(cell) === '')) continue
    const { line, faults: found } = parseRow(row, (title) => textOf(cells[titles.indexOf(title)] ?? null))
    faults.push(...found)
    const earlier = rowOfName.get(line.content.name)
    if (earlier !== undefined) faults.push({ row, column: '事项名称', message: `与第 ${earlier} 行重名，请合并成一行` })
    rowOfName.set(line.content.name, row)
    lines.push(line)
  }
  if (lines.length === 0) faults.push({ row: 2, column: wholeRow, message: '表里没有事项，请从第 2 行开始填写' })
  return faults.length > 0 ? { lines: [], faults } : { lines, faults }
}

function titleFaults(titles: readonly string[]): RowFault[] {
  const known = itemColumns.map(({ title }) => title)
  const fault = (column: string, message: string): RowFault => ({ row: 1, column, message })
  return [
    ...itemColumns
      .filter(({ title, isRequired }) => isRequired && !titles.includes(title))
      .map(({ title }) => fault(title, '缺少这一列，请对照模板补上')),
    ...titles.flatMap((title, index) => {
      if (title === '') return []
      if (!known.includes(title)) return [fault(title, '不认识这一列，请改成模板里的列名或删去')]
      return titles.indexOf(title) === index ? [] : [fault(title, '这一列重复了，请只留一列')]
    }),
  ]
}

function parseRow(row: number, value: (title: string) => string): { line: ItemLine; faults: RowFault[] } {
  const faults: RowFault[] = []
  const complain = (column: string, message: string) => faults.push({ row, column, message })
  const days = value('办理时限（工作日）')
  if (!/^\d{0,4}$/.test(days)) complain('办理时限（工作日）', `「${days}」不是整数，请填工作日的天数，没有公布的留空`)
  const input = {
    ...{ name: value('事项名称'), kind: 'service', category: value('分类'), summary: value('简介') },
    everydayWords: wordsOf(value('常用说法')),
    guide: {
      basis: linesOf(value('办理依据')),
      audience: value('服务对象'),
      materials: linesOf(value('申请材料')).map((line) => materialOf(line, (said) => complain('申请材料', said))),
      steps: linesOf(value('办理流程')),
      timeLimit: { workingDays: /^\d{1,4}$/.test(days) ? Number(days) : null, words: value('时限说明') },
      fee: value('收费'),
      channels: channelsOf(value('办理渠道'), (said) => complain('办理渠道', said)),
      ...{ source: value('来源'), region: value('地区'), date: dateOf(value('依据日期')) },
    },
  }
  const parsed = ItemContent.safeParse(input, { reportInput: true })
  for (const issue of parsed.error?.issues ?? []) {
    const [words] = wordsForIssues([{ ...issue, path: ['content', ...issue.path] }])
    complain(columnOf(issue.path)?.title ?? wholeRow, words?.message ?? '填写有误，请检查')
  }
  return {
    line: { row, content: parsed.data ?? (input as ItemContent), orgCodes: wordsOf(value(offerTitle)) },
    faults,
  }
}

/** Dates of a sheet are days without a zone and come as midnight UTC. */
function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  return String(cell).trim()
}

const nonEmpty = (parts: readonly string[]) => parts.map((part) => part.trim()).filter((part) => part !== '')
const linesOf = (text: string) => nonEmpty(text.split(/\r?\n/))
const wordsOf = (text: string) => nonEmpty(text.split(/[\s、,，;；]+/))

function materialOf(line: string, complain: (message: string) => void) {
  const [name = '', note = '', need = '', ...more] = line.split(/[|｜]/).map((part) => part.trim())
  const isShort = note === '选交' || note === '必交'
  const said = isShort ? note : need
  if (more.length > 0 || (isShort && need !== '') || !['', '选交', '必交'].includes(said)) {
    complain(`「${line}」应写成“名称|说明|选交”，最后一格只能是选交或必交`)
  }
  return { name, note: isShort ? '' : note, isRequired: said !== '选交' }
}

function channelsOf(text: string, complain: (message: string) => void) {
  return wordsOf(text).flatMap((word) => {
    const code = channels.find((candidate) => channelWords[candidate] === word)
    if (code) return [code]
    complain(`不认识「${word}」，可选 ${Object.values(channelWords).join('、')}`)
    return []
  })
}

/** 2026-11-22 as people also write it: 2026/11/22, 2026年11月22日. */
function dateOf(text: string): string {
  const [, year, month = '', day = ''] = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text) ?? []
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
