/** Sets of open data, each with the columns that it has. */
export const openDataSets = ['board', 'pledges', 'orders-by-month', 'dictionary'] as const
export type OpenDataSet = (typeof openDataSets)[number]

export interface OpenDataColumn {
  readonly name: string
  readonly words: string
  readonly type: 'string' | 'integer' | 'number' | 'date' | 'month'
  /** Of the numbers. */
  readonly unit?: string
}

const text = (name: string, words: string): OpenDataColumn => ({ name, words, type: 'string' })
const whole = (name: string, words: string, unit = '件'): OpenDataColumn => ({ name, words, type: 'integer', unit })
const percent = (name: string, words: string): OpenDataColumn => ({ name, words, type: 'number', unit: '%' })
const date = (name: string, words: string): OpenDataColumn => ({ name, words, type: 'date' })

const org = [text('orgCode', '统计用区划代码'), text('orgName', '名称')]

/** The data dictionary: what every column of every set means. */
export const openDataColumns: Record<OpenDataSet, readonly OpenDataColumn[]> = {
  board: [
    ...org,
    text('level', '层级：district 区、street 街道（镇）、community 社区（村）'),
    whole('year', '年份', '年'),
    text('state', '清单到了哪一步；还没有清单为空'),
    whole('pledges', '已公布的实事件数'),
    whole('green', '正常的件数'),
    whole('yellow', '滞后的件数'),
    whole('red', '超期的件数'),
    whole('blue', '办结并核实的件数'),
    whole('grey', '还没有报过进展的件数'),
    percent('progress', '各件进度的平均，没有报过的按 0；没有公布为空'),
    { name: 'satisfaction', words: '各件满意度测评（百分制）的平均；没有测评为空', type: 'number', unit: '分' },
    whole('surveyed', '做过满意度测评的件数'),
    whole('grade', '街道（镇）年度评单，0–100；没有评过为空', '分'),
  ],
  pledges: [
    ...org,
    whole('year', '年份', '年'),
    whole('number', '序号', ''),
    text('title', '实事名称'),
    text('category', '类别'),
    percent('progress', '进度，按节点权重加权；没有报过为空'),
    text('light', '亮灯：正常、滞后、超期、办结、未报进展'),
    text('nextMilestone', '下一个没有完成的节点'),
    date('nextDueOn', '下一个节点的计划日期'),
    date('deadline', '完成期限'),
    percent('satisfaction', '满意度测评结果（百分制）；没有测评为空'),
    percent('coverage', '测评参与率：参加人数 ÷ 可以参加的人数'),
    whole('grade', '街道（镇）评单，0–100；没有评过为空', '分'),
  ],
  'orders-by-month': [
    ...org,
    { name: 'month', words: '月份，按时限到期日归属', type: 'month' },
    whole('acceptDue', '应接单'),
    whole('acceptedInTime', '按时接单'),
    whole('fulfilDue', '应办结'),
    whole('solved', '按时办结且没有返工、异议不成立'),
    whole('fulfilled', '办结'),
    whole('rated', '居民本人评价'),
    whole('favourable', '评价为满意'),
    percent('satisfaction', '满意率：满意 ÷ 评价；没有人评价为空'),
    percent('coverage', '覆盖率：评价 ÷ 办结'),
  ],
  dictionary: [
    text('set', '数据集'),
    text('column', '列名'),
    text('words', '含义'),
    text('type', '类型'),
    text('unit', '单位'),
  ],
}

export type OpenDataValue = string | number | null
export type OpenDataRow = Readonly<Record<string, OpenDataValue>>

/** The rows of the set `dictionary`: every column of every set. */
export const dictionaryRows = (): OpenDataRow[] =>
  openDataSets.flatMap((set) =>
    openDataColumns[set].map(({ name, words, type, unit = '' }) => ({ set, column: name, words, type, unit })),
  )

/** Spreadsheets take what begins with these for a formula. */
const formulaStart = /^[=+\-@\t\r]/

function cell(value: OpenDataValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const safe = formulaStart.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * CSV by RFC 4180, with the byte order mark that spreadsheets need to read Chinese. The first line holds the names.
 * @param mark stands in a last line of its own where the data is made up
 */
export function toCsv(set: OpenDataSet, rows: readonly OpenDataRow[], mark: string | null): string {
  const names = openDataColumns[set].map(({ name }) => name)
  const lines = [names.join(','), ...rows.map((row) => names.map((name) => cell(row[name])).join(','))]
  return `\uFEFF${[...lines, ...(mark === null ? [] : [`# ${mark}`])].join('\r\n')}\r\n`
}
