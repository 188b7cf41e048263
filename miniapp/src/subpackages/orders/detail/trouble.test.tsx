import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Order, OrderClock, OrderEvent } from '@xinban/shared/contracts'
import { answerWith, ok, order, placing, problem, sentTo, signInAs, staff } from '../../../../test/api-double'
import { openedWith } from '../../../../test/taro'
import OrderDetail from './index'

const hour = 60 * 60_000
const from = (hours: number) => new Date(Date.now() + hours * hour).toISOString()
const community = { code: '610303001002', name: '东关社区', level: 'community' as const }

function open(part: Partial<Order>, as: 'owner' | 'staff' = 'owner', answers: Parameters<typeof answerWith>[0] = {}) {
  signInAs(as === 'staff' ? [staff] : [])
  openedWith({ id: 'o1', ...(as === 'staff' && { as }) })
  answerWith({ 'orders.show': ok<'orders.show'>(order({ events: [placing], ...part })), ...answers })
  render(<OrderDetail />)
}
const button = (name: string | RegExp) => screen.findByRole('button', { name })
const urge: OrderEvent = { ...placing, id: 'e9', action: 'urge', at: from(0) }

test('within the promised time calling stands in front, and urging is one tap behind it', async () => {
  open({ status: 'in_progress', promisedAt: from(20), allowedActions: ['urge'] }, 'owner', {
    'orders.urge': ok<'orders.urge'>(order({ version: 4, urgeCount: 1, events: [placing, urge] })),
  })
  expect(await screen.findByText(/ 前办好$/)).toBeInTheDocument()
  expect(screen.getByRole('link', { name: '给社区打电话' })).toBeInTheDocument()
  await userEvent.click(await button('更多'))
  await userEvent.click(await button('催一催'))
  expect(await screen.findByText(/^催过 1 次，最近一次是今天/)).toBeInTheDocument()
  expect(sentTo('orders.urge')[0]?.header['if-match']).toBe('"3"')
})

test('after the promised time it says so, urging stands in front, and the number beside it', async () => {
  open({ status: 'in_progress', promisedAt: from(-2), allowedActions: ['urge', 'withdraw'] })
  expect(await screen.findByText(/已超过承诺时间，正在催办/)).toBeInTheDocument()
  expect(screen.getByText('可以催一催，或者给社区打电话。')).toBeInTheDocument()
  expect(await button('催一催')).toBeInTheDocument()
  expect(screen.getByRole('link', { name: '拨打 0917-0000000' })).toBeInTheDocument()
})

test('urging twice a day is refused in words, and the page is fetched anew', async () => {
  open({ status: 'in_progress', promisedAt: from(-2), allowedActions: ['urge'] }, 'owner', {
    'orders.urge': () => problem(409, 'urged_today', '今天已经催过了，社区已收到。'),
  })
  await userEvent.click(await button('催一催'))
  expect(await screen.findByText('今天已经催过了，社区已收到。')).toHaveAttribute('role', 'alert')
  await waitFor(() => expect(sentTo('orders.show')).toHaveLength(2))
})

test('what is not done leads to the street', async () => {
  open({ status: 'graded', allowedActions: ['dispute'] })
  await userEvent.click(await button('还没办好？告诉街道'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/subpackages/orders/dispute/index?id=o1' })
})

const rating = { stars: 2 as const, reasons: [], comment: '又堵了', isTelephone: false, at: from(-30) }
const rectified: OrderEvent = {
  ...placing,
  ...{ id: 'e3', action: 'rectify', at: from(-3), note: '管子换了新的' },
  actor: { name: null, role: 'community_staff', org: community },
}

test('after a bad rating the owner reads what follows, and rates again what was put right', async () => {
  const badReview = { needsCallback: true, needsRectifying: false, isFollowUpOpen: true, isOver: false }
  const events = [placing, rectified]
  open({ status: 'rated', rating, badReview, events, allowedActions: ['follow-up-rating', 'dispute'] })
  expect(await screen.findByText('不满意以后，接着这样办')).toBeInTheDocument()
  expect(screen.getAllByText('管子换了新的').length).toBeGreaterThan(0)
  await userEvent.click(await button('再评一次'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/subpackages/orders/rate/index?id=o1' })
})

test('the owner reads by when each step comes, and that a promised time has passed', async () => {
  const badReview = { needsCallback: true, needsRectifying: true, isFollowUpOpen: false, isOver: false }
  const dates = { callbackBy: '2021-11-24T08:30:00+08:00', rectifyBy: '2091-12-14T08:30:00+08:00', followUpUntil: null }
  open({ status: 'rated', rating, badReview, badReviewDates: dates })
  expect(await screen.findByText('原定 2021 年 11 月 24 日 08:30 前打来，已经过了')).toBeInTheDocument()
  expect(screen.getByText('2091 年 12 月 14 日 08:30 前改好')).toBeInTheDocument()
})

test('what should not count leads to its proposal, for whom the server says, and never for its owner', async () => {
  open({ status: 'rated', rating, mayProposeExclusion: true }, 'staff')
  await userEvent.click(await screen.findByText('申请剔除'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/subpackages/scores/exclusions/index?orderId=o1' })
})

test.each(['owner', 'staff'] as const)('nobody else is offered it: %s', async (as) => {
  open({ status: 'rated', rating, mayProposeExclusion: as === 'owner' }, as)
  expect((await screen.findAllByText(/楼道灯不亮/)).length).toBeGreaterThan(0)
  expect(screen.queryByText('申请剔除')).not.toBeInTheDocument()
})

test('both ratings stand side by side', async () => {
  const badReview = { needsCallback: false, needsRectifying: false, isFollowUpOpen: false, isOver: true }
  open({ status: 'rated', rating, followUpRating: { ...rating, stars: 4, comment: '好了' }, badReview }, 'staff')
  expect(await screen.findByRole('heading', { name: '第一次评价' })).toBeInTheDocument()
  expect(screen.getByRole('heading', { name: '整改后评价' })).toBeInTheDocument()
  expect(screen.getByText(/2 星 不满意/)).toBeInTheDocument()
  expect(screen.getAllByText(/4 星 满意/).length).toBeGreaterThan(0)
})

const clock = (part: Partial<OrderClock>): OrderClock => ({
  ...{ id: 'c1', kind: 'accept', holder: community, startedAt: from(-30), warnAt: from(-4), dueAt: from(-2) },
  ...{ endedAt: null, outcome: 'running', overdueAt: from(-2), chargedTo: community, isProvisional: false },
  ...{ why: '接单时限：收单 + 2 小时' },
  ...part,
})

test('staff see which clock runs out and, unfolded, why, who answers for it and to whom it was charged', async () => {
  const due = { kind: 'accept' as const, warnAt: from(-4), dueAt: from(-2), isProvisional: true }
  open({ due, clocks: [clock({}), clock({ id: 'c2', kind: 'fulfil', dueAt: from(9) })], urgeCount: 2 }, 'staff')
  expect(await screen.findByText(/^接单 已超期 2 小时/)).toBeInTheDocument()
  expect(screen.getByText(/放假安排公布后可能会变/)).toBeInTheDocument()
  expect(screen.getByText('催过 2 次')).toBeInTheDocument()
  expect(screen.queryByText('接单时限：收单 + 2 小时')).not.toBeInTheDocument()
  await userEvent.click(await button('看每个时限怎么算，共 2 个'))
  const [first] = screen.getAllByRole('listitem').filter((item) => within(item).queryByText('接单 · 东关社区'))
  if (!first) throw new Error('the clock is missing')
  expect(within(first).getByText('计时中，已超期')).toBeInTheDocument()
  expect(within(first).getByText('接单时限：收单 + 2 小时')).toBeInTheDocument()
  expect(within(first).getByText(/记到东关社区（用时最多）/)).toBeInTheDocument()
})

test('the owner reads of their own clock alone, and nothing of whom it is charged to', async () => {
  open({ clocks: [clock({ kind: 'resident', holder: null, why: '全程时限：收单 + 5 个工作日' })] })
  await userEvent.click(await button('看这个时间怎么算出来的'))
  expect(screen.getByText('全程时限：收单 + 5 个工作日')).toBeInTheDocument()
  expect(screen.queryByText(/记到/)).not.toBeInTheDocument()
})
