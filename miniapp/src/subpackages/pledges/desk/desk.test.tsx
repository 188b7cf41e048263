import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Answer, Membership } from '@xinban/shared/contracts'
import { answerWith, ok, sentTo, signInAs } from '../../../../test/api-double'
import { pledgeList, pledgeSummary } from '../../../../test/pledge-double'
import PledgeDesk from './index'

const mockSaved: string[] = []
jest.mock('@/platform/save-file', () => ({
  saveFile: (reference: string) => {
    mockSaved.push(reference)
    return Promise.resolve('开始下载了')
  },
}))
const at = (role: Membership['role'], code: string, level: Membership['org']['level']): Membership => ({
  ...{ id: 'm9', role, org: { code, name: '金台区', level } },
})
type Cells = Answer<'open-data.json'>['rows'][number]
const cells = (orgCode: string, orgName: string, part: Cells = {}): Cells => ({
  ...{ orgCode, orgName, level: 'community', year: 2026, state: '办理中', pledges: 10, green: 10, yellow: 0, red: 0 },
  ...{ blue: 0, grey: 0, progress: 64.5, satisfaction: null, surveyed: 0, grade: null },
  ...part,
})
const openData = (rows: Cells[]) =>
  ok<'open-data.json'>({
    ...{ set: 'board', asOf: '2026-11-25T14:05:00+08:00', isDemo: false, mark: null, columns: [], rows },
  })

beforeEach(() => {
  mockSaved.length = 0
})

test('a district sees all communities at once, what lags most first, and takes the table along', async () => {
  signInAs([at('district_admin', '610303', 'district')])
  const rows = [
    cells('610303001001', '东关社区'),
    cells('610303001003', '西街社区', { state: null, pledges: 0, green: 0, progress: null }),
    cells('610303001004', '北街社区', { state: '问需中', pledges: 0, green: 0, progress: null }),
    cells('610303001002', '南门社区', { green: 7, red: 3, grade: 88 }),
  ]
  answerWith({ 'open-data.json': openData(rows) })
  render(<PledgeDesk />)
  const shown = (await screen.findAllByRole('listitem')).map((row) => row.textContent)
  expect(shown).toEqual([
    '南门社区办理中 · 件数 10 · 正常 7 · 超期 3 · 平均进度 64.5% · 年度评单 88 分',
    '东关社区办理中 · 件数 10 · 正常 10 · 平均进度 64.5%',
    '西街社区还没有清单',
    '北街社区问需中',
  ])
  await userEvent.click(screen.getByRole('button', { name: '导出这张表' }))
  await userEvent.click(screen.getByRole('button', { name: '导出每件实事' }))
  expect(mockSaved.map((reference) => reference.replace(/^.*open-data/, ''))).toEqual([
    '/board.csv?org=610303',
    '/pledges.csv?org=610303',
  ])
})

test('a street sees what waits for it across its communities, objections first', async () => {
  signInAs([at('street_staff', '610303001', 'street')])
  const first = pledgeSummary({ id: 'a', title: '装路灯', state: 'in_notice', allowedActions: ['strike-off', 'grade'] })
  const second = pledgeSummary({ id: 'b', title: '修管道', allowedActions: ['resolve-objection'] })
  const other = pledgeSummary({ id: 'c', title: '不用看的', allowedActions: [] })
  answerWith({
    'pledge-lists.list': ok<'pledge-lists.list'>({
      items: [pledgeList({ id: 'l1', pledges: [first, other] }), pledgeList({ id: 'l2', pledges: [second] })],
      nextCursor: null,
    }),
  })
  render(<PledgeDesk />)
  await userEvent.click(await screen.findByRole('tab', { name: '待核实' }))
  const rows = await screen.findAllByRole('listitem')
  expect(rows.map((row) => within(row).getByRole('link').textContent)).toEqual(['3. 修管道', '3. 装路灯'])
  expect(rows[1]).toHaveTextContent('东关社区 · 2026 年 · 等核实销号 · 等评单')
  expect(sentTo('pledge-lists.list').at(-1)?.url).toContain('org=610303001')
})

test('a community has neither', async () => {
  signInAs([at('community_staff', '610303001002', 'community')])
  answerWith({ 'pledge-lists.list': ok<'pledge-lists.list'>({ items: [pledgeList()], nextCursor: null }) })
  render(<PledgeDesk />)
  expect(await screen.findAllByRole('tab')).toHaveLength(3)
})
