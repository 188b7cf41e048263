import { readSheet } from 'read-excel-file/node'
import writeXlsxFile from 'write-excel-file/node'
import { itemColumns } from './item-columns'
import type { Cell } from './parse-items'

/** The cells of a workbook's first sheet, or undefined when it cannot be read as one. */
export async function readItemSheet(content: Buffer): Promise<Cell[][] | undefined> {
  try {
    return (await readSheet(content)) as Cell[][]
  } catch {
    return undefined
  }
}

const bold = (value: string) => ({ value, fontWeight: 'bold' as const })
const wrapped = (value: string) => ({ value, wrap: true })

/** A workbook to fill in: the titles on the first sheet, how to fill them in on the second. */
export function itemTemplate(): Promise<Buffer> {
  const hints = itemColumns.map(({ title, isRequired, hint, example }) =>
    [title, isRequired ? '必填' : '可空', hint, example].map(wrapped),
  )
  return writeXlsxFile([
    {
      sheet: '服务事项',
      data: [itemColumns.map(({ title }) => bold(title))],
      columns: itemColumns.map(() => ({ width: 22 })),
      stickyRowsCount: 1,
    },
    {
      sheet: '填写说明',
      data: [['列名', '要不要填', '怎么填', '例子'].map(bold), ...hints],
      columns: [{ width: 22 }, { width: 10 }, { width: 50 }, { width: 40 }],
    },
  ]).toBuffer()
}
