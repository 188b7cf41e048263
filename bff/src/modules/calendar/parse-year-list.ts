import { parse } from 'csv-parse/sync'
import { officialListIssues, type OfficialDay, type OfficialKind } from '@xinban/shared/domain'
import type { FieldError } from '../../errors'

const kinds: Readonly<Record<string, OfficialKind>> = {
  ...{ off: 'off', 放假: 'off', 休: 'off' },
  ...{ work: 'work', 补班: 'work', 上班: 'work', 班: 'work' },
}
const columns = ['date', 'kind', 'name'] as const
const headings: Readonly<Record<string, (typeof columns)[number]>> = { 日期: 'date', 类别: 'kind', 名称: 'name' }
const longestName = 20

type Parsed = { days: OfficialDay[]; errors: FieldError[] }

/**
 * The official list of a year out of CSV: columns date, kind (off or work, 放假 or 补班) and name (or 日期, 类别, 名称),
 * in any order; without a header in that order. Every bad line is named by its number in the text; with one of them
 * nothing of it counts.
 */
export function parseYearCsv(year: number, csv: string): Parsed {
  let records: { record: string[]; info: { lines: number } }[]
  try {
    const options = { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true, info: true }
    records = parse(csv.replaceAll('，', ','), options) as typeof records
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 1
    return { days: [], errors: [bad(line, '引号或分隔符不完整，无法读取')] }
  }
  const isHeadless = /^\d/.test(records[0]?.record[0] ?? '')
  const header = isHeadless ? columns : (records.shift()?.record.map((name) => headings[name] ?? name) ?? [])
  const missing = columns.filter((name) => !header.includes(name))
  if (missing.length > 0) return { days: [], errors: [bad(1, `缺少列：${missing.join('、')}`)] }
  const errors: FieldError[] = []
  const read: { line: number; day: OfficialDay }[] = []
  for (const { record, info } of records) {
    const [date = '', word = '', name = ''] = columns.map((column) => record[header.indexOf(column)] ?? '')
    const kind = kinds[word]
    if (kind === undefined) errors.push(bad(info.lines, `类别“${word}”不认识，请写 off（放假）或 work（补班）`))
    if (name === '' || name.length > longestName) errors.push(bad(info.lines, `名称要有 1 到 ${longestName} 个字`))
    read.push({ line: info.lines, day: { date, kind: kind ?? 'off', name } })
  }
  return checked(
    year,
    read.map(({ day }) => day),
    errors,
    (row, message) => (row === null ? whole('csv', message) : bad(read[row]?.line ?? 1, message)),
  )
}

/** The same for days that came as JSON. */
export const checkYearDays = (year: number, days: readonly OfficialDay[]): Parsed =>
  checked(year, days, [], (row, message) =>
    row === null
      ? whole('days', message)
      : { path: `days.${row}`, code: 'bad_row', message: `第 ${row + 1} 条：${message}` },
  )

function checked(
  year: number,
  days: readonly OfficialDay[],
  errors: readonly FieldError[],
  toError: (row: number | null, message: string) => FieldError,
): Parsed {
  const found = officialListIssues(year, days).map(({ row, message }) => toError(row, message))
  return { days: [...days], errors: [...errors, ...found] }
}

const whole = (path: string, message: string): FieldError => ({ path, code: 'bad_list', message })
const bad = (line: number, message: string): FieldError => ({
  path: `csv.${line}`,
  code: 'bad_row',
  message: `第 ${line} 行：${message}`,
})
