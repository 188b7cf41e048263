import { readSheet } from 'read-excel-file/node'
import writeXlsxFile from 'write-excel-file/node'
import { itemColumns } from './item-columns'
import { itemTemplate, readItemSheet } from './item-sheet'
import { parseItems } from './parse-items'

test('items template: has the titles, and nothing to import', async () => {
  const data = await readItemSheet(await itemTemplate())
  expect(data).toEqual([itemColumns.map(({ title }) => title)])
})

test('items template: filled in with its own examples it can be imported', async () => {
  const explained = (await readSheet(await itemTemplate(), '填写说明')).slice(1)
  const column = (index: number) => explained.map((line) => String(line[index] ?? ''))
  const filled = await writeXlsxFile([column(0), column(3)]).toBuffer()
  const { lines, faults } = parseItems((await readItemSheet(filled)) ?? [])
  expect(faults).toEqual([])
  expect(lines).toHaveLength(1)
})

test.each([
  ['text', Buffer.from('事项名称,分类')],
  ['nothing', Buffer.alloc(0)],
  ['a zip that is cut short', Buffer.from('504b0304140000000800', 'hex')],
])('items sheet: %s is no workbook', async (_, content) => {
  expect(await readItemSheet(content)).toBeUndefined()
})

test('items sheet: a workbook that is cut short is none', async () => {
  const whole = await itemTemplate()
  expect(await readItemSheet(whole.subarray(0, whole.length / 2))).toBeUndefined()
})
