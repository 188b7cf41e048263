import { parse } from 'csv-parse/sync'
import { isCodeOf, mayStandUnder, orgLevels, type OrgLevel } from '@xinban/shared/domain'

export interface OrgLine {
  readonly line: number
  readonly code: string
  readonly parentCode: string | null
  readonly level: OrgLevel
  readonly name: string
  readonly validUntil: string | null
  readonly successorCode: string | null
}

export interface BadLine {
  readonly line: number
  readonly message: string
}

/** What is already there: level of every known code. */
export type KnownOrgs = ReadonlyMap<string, OrgLevel>

const needed = ['code', 'parent_code', 'level', 'name']
const maxNameLength = 80

/**
 * Reads an org file: columns code, parent_code, level, name and optionally valid_until (YYYY-MM-DD) and successor.
 * UTF-8 with or without a byte order mark. Every bad line is reported, by its number in the file.
 * Parents may stand in the file, in any order, or be known already.
 */
export function parseOrgs(content: Buffer, known: KnownOrgs): { lines: OrgLine[]; bad: BadLine[] } {
  const decoded = decode(content)
  if (decoded === undefined)
    return { lines: [], bad: [{ line: 1, message: '文件不是 UTF-8 编码，请另存为 UTF-8 后再导入' }] }
  let records: { record: string[]; info: { lines: number } }[]
  try {
    records = parse(decoded, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }) as typeof records
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 1
    return { lines: [], bad: [{ line, message: '这一行的引号或分隔符不完整，无法读取' }] }
  }
  const header = records.shift()?.record.map((name) => name.trim()) ?? []
  const missing = needed.filter((name) => !header.includes(name))
  if (missing.length > 0) return { lines: [], bad: [{ line: 1, message: `缺少列：${missing.join('、')}` }] }
  const bad: BadLine[] = []
  const rows = records.map(({ record, info }) => {
    const line = firstLine(record, info.lines)
    if (record.length !== header.length) {
      bad.push({ line, message: `应有 ${header.length} 列，实际 ${record.length} 列` })
    }
    const value = (name: string) => (record[header.indexOf(name)] ?? '').trim()
    return { line, value }
  })
  const levels = new Map(known)
  for (const { value } of rows) {
    const level = value('level')
    if (isLevel(level)) levels.set(value('code'), level)
  }
  const seen = new Map<string, number>()
  const lines: OrgLine[] = []
  for (const { line, value } of rows) {
    const faults = faultsOf(value, levels, known)
    const earlier = seen.get(value('code'))
    if (earlier !== undefined) faults.push(`代码 ${value('code')} 与第 ${earlier} 行重复`)
    seen.set(value('code'), line)
    bad.push(...faults.map((message) => ({ line, message })))
    lines.push({
      line,
      code: value('code'),
      parentCode: value('parent_code') || null,
      level: value('level') as OrgLevel,
      name: value('name'),
      validUntil: value('valid_until') || null,
      successorCode: value('successor') || null,
    })
  }
  return bad.length > 0 ? { lines: [], bad: bad.sort((a, b) => a.line - b.line) } : { lines, bad }
}

/** The parser counts to the end of a row, and a quoted field may hold line breaks. */
const firstLine = (record: readonly string[], lastLine: number): number =>
  lastLine - (record.join().match(/\r\n|\r|\n/g)?.length ?? 0)

const isLevel = (level: string): level is OrgLevel => (orgLevels as readonly string[]).includes(level)

function decode(content: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content)
  } catch {
    return undefined
  }
}

function faultsOf(value: (name: string) => string, levels: KnownOrgs, known: KnownOrgs): string[] {
  const faults: string[] = []
  const [code, parent, level, name] = [value('code'), value('parent_code'), value('level'), value('name')]
  if (name === '') faults.push('名称为空')
  if (name.length > maxNameLength) faults.push(`名称超过 ${maxNameLength} 个字`)
  if (!isLevel(level)) {
    faults.push(`层级「${level}」不认识，应为 ${orgLevels.join('、')} 之一`)
    return faults
  }
  if (!isCodeOf(level, code)) faults.push(`代码「${code}」不符合 ${level} 的格式`)
  const knownLevel = known.get(code)
  if (knownLevel !== undefined && knownLevel !== level) faults.push(`代码 ${code} 已作为 ${knownLevel} 存在`)
  faults.push(...parentFaults(level, code, parent, levels))
  const validUntil = value('valid_until')
  if (validUntil !== '' && !isDate(validUntil)) faults.push(`有效期「${validUntil}」不是 YYYY-MM-DD 格式的日期`)
  const successor = value('successor')
  if (successor !== '' && successor === code) faults.push('继任代码不能是自己')
  if (successor !== '' && levels.get(successor) !== level) faults.push(`继任代码 ${successor} 不存在或层级不同`)
  return faults
}

function parentFaults(level: OrgLevel, code: string, parent: string, levels: KnownOrgs): string[] {
  if (level === 'district') return parent === '' ? [] : ['区没有上级，parent_code 应为空']
  if (parent === '') return ['缺少上级代码']
  const parentLevel = levels.get(parent)
  if (parentLevel === undefined) return [`上级代码 ${parent} 既不在文件里，也不在库里`]
  if (!mayStandUnder(level, parentLevel)) return [`${level} 不能挂在 ${parentLevel} 下面`]
  const isNested = level === 'unit' || code.startsWith(parent)
  return isNested ? [] : [`代码 ${code} 与上级 ${parent} 不相符`]
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}
