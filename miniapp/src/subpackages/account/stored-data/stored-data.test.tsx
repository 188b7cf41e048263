import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Exported, StoredData } from '@xinban/shared/contracts'
import { handOver } from '@/platform/hand-over'
import { session } from '@/platform/session'
import { answerWith, me, ok, problem, sentTo, signInAs, staff } from '../../../../test/api-double'
import StoredDataPage from './index'

jest.mock('@/platform/hand-over', () => ({ handOver: jest.fn(() => Promise.resolve('已导出')) }))

const at = '2026-11-22T09:00:00+08:00'
const consent: StoredData['consents'][number] = {
  ...{ kind: 'personal_data', noticeVersion: '2026-11-22', source: 'self', at, withdrawnAt: null },
}
const stored = (part: Partial<StoredData> = {}): StoredData => ({
  ...me(),
  orders: { own: 3, open: 1, forOthers: 2, ratings: 1, seconds: 0, withdrawable: 1, inWork: 0 },
  bookings: { own: 2, open: 1, tickets: 4, waiting: 0 },
  volunteering: { teams: 1, activities: 3, points: 2.5, redemptions: 0 },
  ...{ pictures: 6, notices: 7 },
  surveys: 1,
  consents: [consent],
  sessions: [{ provider: 'wechat', createdAt: at, expiresAt: at, isCurrent: true }],
  ...part,
})
const part = (no: string, nextCursor: string | null): Exported => ({
  ...{
    exportedAt: at,
    person: { name: '张三', phone: null, community: null },
    surveys: 0,
    consents: [],
    bookings: [],
    nextCursor,
    volunteering: { teams: [], minutes: 0, activities: 0, points: 0 },
  },
  orders: [
    {
      ...{ no, kind: 'issue', status: 'submitted', communityCode: '610303001002', title: '楼道灯不亮', content: null },
      ...{ place: null, contact: null, point: null, placedAt: at, thanks: null, events: [] },
    },
  ],
})
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

beforeEach(() => signInAs())

test('what is stored is told in words, and nothing leaves before it is confirmed', async () => {
  answerWith({ 'me.stored': ok<'me.stored'>(stored()) })
  render(<StoredDataPage />)
  expect(await screen.findByText('3 个，1 个还在办')).toBeInTheDocument()
  const others = screen.getByRole('list', { name: '其他' })
  expect(others).toHaveTextContent(
    /2 次，1 次还没办.*4 个号，0 个候补.*1 支队伍，3 次活动，2.5 分，0 次兑换.*6 张.*7 条/,
  )
  expect(screen.getByText('微信登录（现在这里）')).toBeInTheDocument()
  await press('导出我的资料')
  expect(sentTo('me.export')).toHaveLength(0)
  await press('先不了')
  expect(sentTo('me.export')).toHaveLength(0)
})

test('the export holds every part', async () => {
  answerWith({
    'me.stored': ok<'me.stored'>(stored()),
    'me.export': ({ url }) => ({ statusCode: 200, data: url.includes('cursor=') ? part('2', null) : part('1', 'c') }),
  })
  render(<StoredDataPage />)
  await press('导出我的资料')
  await press('导出')
  await waitFor(() => expect(handOver).toHaveBeenCalledTimes(1))
  const [name, text] = jest.mocked(handOver).mock.calls[0] ?? []
  expect(name).toBe('我的资料.json')
  expect((JSON.parse(text ?? '') as Exported).orders.map(({ no }) => no)).toEqual(['1', '2'])
})

test('an export that fails says why, and can be tried again', async () => {
  answerWith({
    'me.stored': ok<'me.stored'>(stored()),
    'me.export': () => problem(429, 'too_many_requests', '操作太频繁，请 30 秒后再试'),
  })
  render(<StoredDataPage />)
  await press('导出我的资料')
  await press('导出')
  expect(await screen.findByText('操作太频繁，请 30 秒后再试')).toHaveAttribute('role', 'alert')
  expect(screen.getByRole('button', { name: '导出' })).toBeEnabled()
  expect(handOver).not.toHaveBeenCalled()
})

test('an agreement is taken back after a question', async () => {
  let given = [consent]
  answerWith({
    'me.stored': () => ({ statusCode: 200, data: stored({ consents: given }) }),
    'consents.withdraw': () => {
      given = []
      return { statusCode: 200, data: { noticeVersion: '2026-11-22', items: [] } }
    },
  })
  render(<StoredDataPage />)
  await press('收回同意')
  expect(sentTo('consents.withdraw')).toHaveLength(0)
  const [, confirm] = await screen.findAllByRole('button', { name: '收回同意' })
  await userEvent.click(confirm ?? document.body)
  expect(await screen.findByText('还没有同意过隐私说明')).toBeInTheDocument()
})

test('an account is deleted after one question that says what goes and what stays, and the device forgets it', async () => {
  answerWith({ 'me.stored': ok<'me.stored'>(stored()), 'me.delete': () => ({ statusCode: 204, data: '' }) })
  render(<StoredDataPage />)
  await press('注销账号')
  expect(screen.getByText('会撤回：1 个还没开始办的单。')).toBeInTheDocument()
  await press('先不注销')
  expect(sentTo('me.delete')).toHaveLength(0)
  await press('注销账号')
  const [, confirm] = await screen.findAllByRole('button', { name: '注销账号' })
  await userEvent.click(confirm ?? document.body)
  await waitFor(() => expect(session.get()).toBeNull())
  expect(sentTo('me.delete').map(({ url }) => new URL(url, 'http://h').search)).toEqual(['?withdraws=1'])
})

test('orders that changed meanwhile are told, and asked for anew before anything is deleted', async () => {
  let withdrawable = 1
  answerWith({
    'me.stored': () => ({ statusCode: 200, data: stored({ orders: { ...stored().orders, withdrawable } }) }),
    'me.delete': () => {
      withdrawable = 2
      return problem(409, 'wrong_state', '现在有 2 个单会跟着撤回，和刚才看到的不一样，请看过再确认')
    },
  })
  render(<StoredDataPage />)
  await press('注销账号')
  const [, confirm] = await screen.findAllByRole('button', { name: '注销账号' })
  await userEvent.click(confirm ?? document.body)
  expect(await screen.findByText('会撤回：2 个还没开始办的单。')).toBeInTheDocument()
  expect(screen.getByText(/和刚才看到的不一样/)).toHaveAttribute('role', 'alert')
  expect(session.get()).not.toBeNull()
})

test.each([
  ['somebody is at work', { orders: { ...stored().orders, inWork: 2 } }, /有 2 个单正有人在办/],
  ['of a role', { memberships: [staff] }, /请管理员先收回/],
])('no account is deleted while %s; the page says what to do', async (_, part, words) => {
  answerWith({ 'me.stored': ok<'me.stored'>(stored(part)) })
  render(<StoredDataPage />)
  expect(await screen.findByText(words)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '注销账号' })).toBeNull()
})
