import type { Answer } from '@xinban/shared/contracts'

type Value = Answer<'open-data.json'>['rows'][number][string]

/** An org's year, as the set `board` of open data has it. */
export interface OverviewRow {
  /** The org's code. */
  readonly id: string
  readonly cells: Readonly<Record<string, Value>>
}

/** What stands in the table beside the name; keys are columns of the set. */
export const overviewColumns = [
  { key: 'state', heading: '到哪一步', empty: '还没有清单' },
  { key: 'pledges', heading: '件数' },
  { key: 'blue', heading: '办结' },
  { key: 'green', heading: '正常' },
  { key: 'yellow', heading: '滞后' },
  { key: 'red', heading: '超期' },
  { key: 'grey', heading: '未报' },
  { key: 'progress', heading: '平均进度', unit: '%' },
  { key: 'satisfaction', heading: '测评均分', unit: ' 分' },
  { key: 'grade', heading: '年度评单', unit: ' 分' },
] as const satisfies readonly { key: string; heading: string; unit?: string; empty?: string }[]
export type OverviewColumn = { key: string; heading: string; unit?: string; empty?: string }

/** `64.5%`; nothing known is a dash, and a light that nothing has is left empty so that the others stand out. */
export function tellOverview({ cells }: OverviewRow, { key, unit = '', empty = '—' }: OverviewColumn): string {
  const value = cells[key]
  if (value === null || value === undefined) return empty
  if (value === 0 && key !== 'progress') return cells.pledges === 0 ? '—' : '0'
  return `${value}${unit}`
}

/** What lags most comes first: by red lights, then yellow ones, then what has nothing published. */
export function mostLagging(a: OverviewRow, b: OverviewRow): number {
  for (const key of ['red', 'yellow', 'grey']) {
    const difference = Number(b.cells[key] ?? 0) - Number(a.cells[key] ?? 0)
    if (difference !== 0) return difference
  }
  const isOut = ({ cells }: OverviewRow) => (cells.pledges === 0 ? 1 : 0)
  return isOut(a) - isOut(b) || a.id.localeCompare(b.id)
}
