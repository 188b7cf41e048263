import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { LedgerExport, Membership } from '@xinban/shared/contracts'
import { answerWith, problem, sentTo, signInAs } from '../../../../test/api-double'
import { tellHandedOut, tellSelection } from './export-words'
import LedgerExports from './index'

const street = { code: '610303001', name: '中山东路街道', level: 'street' as const }
const auditor: Membership = { id: 'm9', role: 'auditor', org: { code: '610303', name: '金台区', level: 'district' } }
const record = (part: Partial<LedgerExport>): LedgerExport => ({
  ...{ id: 'e1', ledger: 'orders', format: 'xlsx', at: '2025-11-22T09:00:00+08:00', scope: street },
  by: { name: '王**', role: 'street_staff', org: street },
  filters: { from: '2025-10-24', to: '2025-11-22', org: street.code, state: null, kind: null },
  ...{ downloads: 1, rows: 120, isComplete: true, finishedAt: '2025-11-22T09:01:00+08:00' },
  ...part,
})
const now = new Date('2025-11-22T10:00:00+08:00')

test('tells who exported what, of which rows, and what was handed out, page by page', async () => {
  signInAs([auditor])
  const pages = [
    { items: [record({})], nextCursor: 'c2' },
    { items: [record({ id: 'e2', ledger: 'bad-reviews', format: 'csv', downloads: 0, rows: null })], nextCursor: null },
  ]
  answerWith({
    'ledger-exports.list': ({ url }) => ({ statusCode: 200, data: pages[url.includes('cursor=c2') ? 1 : 0] }),
  })
  render(<LedgerExports />)
  expect(await screen.findByRole('heading', { name: '订单台账（Excel）' })).toBeInTheDocument()
  const facts = ['王**（街道工作人员，中山东路街道）', '2025 年 11 月 22 日 09:00 导出', '范围：中山东路街道']
  for (const fact of [...facts, '提交日期 2025-10-24 至 2025-11-22']) expect(screen.getByText(fact)).toBeInTheDocument()
  expect(screen.getByText(/下载完，取走 120 行$/)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '加载更多' }))
  expect(await screen.findByRole('heading', { name: '差评台账（CSV）' })).toBeInTheDocument()
  expect(screen.getByText('还没有下载')).toBeInTheDocument()
  expect(sentTo('ledger-exports.list').every(({ url }) => url.includes('membershipId=m9'))).toBe(true)
})

test('whoever may not read it is told so without asking, and whose role is over by the server', async () => {
  signInAs([{ id: 'm1', role: 'street_staff', org: street }])
  const { unmount } = render(<LedgerExports />)
  expect(screen.getByText('导出记录给督查和区管理员看')).toBeInTheDocument()
  unmount()
  signInAs([auditor])
  answerWith({ 'ledger-exports.list': () => problem(403, 'forbidden', '导出记录只给督查和区管理员看') })
  render(<LedgerExports />)
  expect(await screen.findByText('导出记录只给督查和区管理员看')).toBeInTheDocument()
})

test.each<[Partial<LedgerExport>, string]>([
  [{ downloads: 0, rows: null, isComplete: false, finishedAt: null }, '还没有下载'],
  [{ rows: null, isComplete: false, finishedAt: null }, '正在下载，或者中断了'],
  [{}, '今天 09:01 下载完，取走 120 行'],
  [{ isComplete: false, rows: 500 }, '今天 09:01 中断，已取走 500 行'],
  [{ downloads: 3, rows: 0 }, '共下载 3 次，最近一次今天 09:01 下载完，取走 0 行'],
])('what was handed out: %j', (part, words) => {
  expect(tellHandedOut(record(part), now)).toBe(words)
})

test('which rows they were: filters in the words of the ledger, an unknown org by its code', () => {
  const filters = { ...record({}).filters, state: 'fulfilled', kind: 'issue' }
  expect(tellSelection(record({ filters })).slice(2)).toEqual(['类别：诉求', expect.stringMatching(/^状态：\S+$/)])
  expect(tellSelection(record({ scope: null }))[0]).toBe('范围：610303001')
})
