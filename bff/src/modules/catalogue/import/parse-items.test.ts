import { itemColumns } from './item-columns'
import { parseItems, type Cell } from './parse-items'

const titles = itemColumns.map(({ title }) => title)
const good: Record<string, Cell> = Object.fromEntries(
  itemColumns.map(({ title, example }) => [title, title === '提供单位代码' ? '' : example]),
)
const row = (changes: Record<string, Cell> = {}) => titles.map((title) => ({ ...good, ...changes })[title] ?? null)
const faultsOf = (...rows: Cell[][]) => parseItems([titles, ...rows]).faults

test('items sheet: a full row becomes content', () => {
  const { lines, faults } = parseItems([titles, row({ 提供单位代码: '610303001、610303002' })])
  expect(faults).toEqual([])
  expect(lines).toEqual([
    {
      row: 2,
      orgCodes: ['610303001', '610303002'],
      content: {
        ...{ name: '高龄津贴申领', kind: 'service', category: '养老', summary: '高龄老人按月享受的补贴' },
        everydayWords: ['老人补贴', '高龄补贴'],
        guide: {
          basis: ['《中华人民共和国老年人权益保障法》'],
          audience: '达到当地规定年龄的本地户籍老人',
          materials: [
            { name: '本人身份证', note: '带原件', isRequired: true },
            { name: '委托书', note: '家人代办时', isRequired: false },
          ],
          steps: ['向社区申请', '街道审核', '按月发放'],
          timeLimit: { workingDays: 20, words: '自受理之日起 20 个工作日内' },
          fee: '不收费',
          channels: ['online', 'nearby'],
          ...{ source: '区民政局办事指南', region: '宝鸡市金台区', date: '2026-11-22' },
        },
      },
    },
  ])
})

test('items sheet: optional columns may be missing, columns may stand in any order', () => {
  const needed = itemColumns.filter(({ isRequired }) => isRequired).map(({ title }) => title)
  const { lines, faults } = parseItems([
    [...needed].reverse(),
    [...needed].reverse().map((title) => good[title] ?? null),
  ])
  expect(faults).toEqual([])
  expect(lines[0]?.content).toMatchObject({
    everydayWords: [],
    guide: { channels: [], timeLimit: { workingDays: null } },
  })
})

test('items sheet: empty rows are passed over and rows keep their numbers', () => {
  const { lines } = parseItems([titles, [null, ''], row(), [], row({ 事项名称: '低保' })])
  expect(lines.map((line) => line.row)).toEqual([3, 5])
})

test.each<[string, Cell]>([
  ['a date cell', new Date('2026-11-02T00:00:00Z')],
  ['slashes', '2026/11/2'],
  ['Chinese', '2026年11月2日'],
  ['points', '2026.11.02'],
])('items sheet: a date as %s', (_, cell) => {
  expect(parseItems([titles, row({ 依据日期: cell })]).lines[0]?.content.guide.date).toBe('2026-11-02')
})

test.each([
  ['户口簿', { name: '户口簿', note: '', isRequired: true }],
  ['户口簿|选交', { name: '户口簿', note: '', isRequired: false }],
  ['户口簿|带原件', { name: '户口簿', note: '带原件', isRequired: true }],
  ['户口簿｜带原件｜必交', { name: '户口簿', note: '带原件', isRequired: true }],
])('items sheet: the material %s', (cell, material) => {
  expect(parseItems([titles, row({ 申请材料: cell })]).lines[0]?.content.guide.materials).toEqual([material])
})

test.each<[string, Record<string, Cell>, string, RegExp]>([
  ['no name', { 事项名称: '' }, '事项名称', /请填写事项名称/],
  ['a name too long', { 事项名称: '长'.repeat(61) }, '事项名称', /最多 60 个字/],
  ['no steps', { 办理流程: null }, '办理流程', /办理流程/],
  ['days in words', { '办理时限（工作日）': '二十天' }, '办理时限（工作日）', /「二十天」不是整数/],
  ['no days at all', { '办理时限（工作日）': 0 }, '办理时限（工作日）', /不能小于 1/],
  ['a limit without words', { 时限说明: ' ' }, '时限说明', /请填写时限说明/],
  ['a channel that is none', { 办理渠道: '网上办、电话办' }, '办理渠道', /不认识「电话办」/],
  ['a channel twice', { 办理渠道: '网上办 网上办' }, '办理渠道', /重复/],
  ['a day that is none', { 依据日期: '2026-02-30' }, '依据日期', /依据日期/],
  ['a material of four parts', { 申请材料: '甲|乙|选交|丁' }, '申请材料', /名称\|说明\|选交/],
  ['a material without a name', { 申请材料: '|原件' }, '申请材料', /材料名称/],
  ['a nickname too long', { 常用说法: '很'.repeat(21) }, '常用说法', /最多 20 个字/],
])('items sheet: %s is a fault of its row and column', (_, changes, column, message) => {
  const faults = faultsOf(row({ 事项名称: '低保' }), row(changes))
  expect(faults).toEqual([{ row: 3, column, message: expect.stringMatching(message) as string }])
})

test('items sheet: a guide that is too long as a whole concerns the whole row', () => {
  const step = '"'.repeat(290)
  const material = `${'材'.repeat(80)}|${'说'.repeat(200)}`
  const changes = {
    办理流程: Array.from({ length: 20 }, () => step).join('\n'),
    申请材料: Array.from({ length: 30 }, () => material).join('\n'),
    服务对象: '谁'.repeat(1000),
    办理依据: Array.from({ length: 10 }, () => '法'.repeat(120)).join('\n'),
    常用说法: Array.from({ length: 30 }, (_, index) => `${index}${'叫'.repeat(17)}`).join(' '),
  }
  expect(faultsOf(row(changes))).toEqual([{ row: 2, column: '整行', message: expect.stringMatching(/太长/) as string }])
})

test('items sheet: every fault of every row is told', () => {
  const faults = faultsOf(row({ 事项名称: '', 收费: '' }), row({ 来源: '' }))
  expect(faults.map((fault) => [fault.row, fault.column])).toEqual([
    [2, '事项名称'],
    [2, '收费'],
    [3, '来源'],
  ])
})

test('items sheet: the same name twice', () => {
  expect(faultsOf(row(), row())).toEqual([{ row: 3, column: '事项名称', message: '与第 2 行重名，请合并成一行' }])
})

test.each<[string, Cell[][], string]>([
  ['nothing', [], '事项名称'],
  ['titles alone', [titles], '整行'],
  ['a column missing', [titles.filter((title) => title !== '收费'), row()], '收费'],
  ['a column that nobody knows', [[...titles, '备注'], row()], '备注'],
  ['a column twice', [[...titles, '收费'], row()], '收费'],
])('items sheet: %s', (_, data, column) => {
  const { lines, faults } = parseItems(data)
  expect(lines).toEqual([])
  expect(faults.map((fault) => fault.column)).toContain(column)
})
