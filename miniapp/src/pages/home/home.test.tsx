import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Home as HomeAnswer } from '@xinban/shared/contracts'
import { board } from '../../../test/board-double'
import { answerWith, allSent, ok, problem, sentTo, signInAs, site, staff, summary } from '../../../test/api-double'
import { session } from '@/platform/session'
import Home from './index'

const home = (part: Partial<HomeAnswer> = {}) =>
  ok<'home.show'>({
    name: '张阿姨',
    mine: { items: [summary()], nextCursor: null },
    neighbours: [summary({ id: 'o2', title: '地下室进水', isOwn: false, isPublic: true, secondCount: 2 })],
    counts: null,
    unread: 0,
    tenThings: null,
    ...part,
  })

const district = { code: '610303', name: '金台区', level: 'district' as const }

beforeEach(() => {
  session.end()
  answerWith({ 'home.show': home(), 'site.show': ok<'site.show'>({ ...site, district }) })
})

test('a cold home page answers its three questions with one request beside the site', async () => {
  signInAs()
  render(<Home />)
  expect(await screen.findByRole('heading', { name: '进行中 1' })).toBeInTheDocument()
  expect(screen.getByText(/^(早上|中午|下午|晚上|夜深了).*，张阿姨$/)).toBeInTheDocument()
  expect(screen.getByRole('link', { name: /我要点单/ })).toBeInTheDocument()
  expect(screen.getByRole('img', { name: /共 4 步，到第 1 步/ })).toBeInTheDocument()
  expect(screen.getByRole('heading', { name: '社区里大家在说' })).toBeInTheDocument()
  expect(screen.getByText('地下室进水')).toBeInTheDocument()
  expect(allSent().filter((name) => name !== 'site.show')).toEqual(['home.show'])
})

test('a session that ran out leaves a visitor on the page, told to sign in again', async () => {
  signInAs()
  answerWith({
    'home.show': () => problem(401, 'not_signed_in', '登录已失效，请重新登录'),
    'site.show': ok<'site.show'>({ ...site, district }),
    'board.show': ok<'board.show'>(board()),
  })
  render(<Home />)
  expect(await screen.findByText('登录已失效，请重新登录')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '去登录' })).toBeInTheDocument()
  expect(screen.getByRole('link', { name: /我要点单/ })).toBeInTheDocument()
  expect(Taro.navigateTo).not.toHaveBeenCalled()
})

test('whoever comes first is told what this is and who runs it; who is signed in knows', async () => {
  const district = { code: '610303', name: '金台区', level: 'district' as const }
  answerWith({ 'home.show': home(), 'site.show': ok<'site.show'>({ ...site, district }) })
  const { unmount } = render(<Home />)
  expect(await screen.findByText(/^心办是(金台区|区里)为居民开办的：居民点单/)).toBeInTheDocument()
  unmount()
  signInAs()
  render(<Home />)
  await screen.findByRole('heading', { name: '进行中 1' })
  expect(screen.queryByText(/为居民开办的/)).toBeNull()
})

test('what waits for the person comes first, and the rest is one tap away, so that the neighbours are in sight', async () => {
  signInAs()
  const items = ['a', 'b', 'c', 'd'].map((id) => summary({ id, title: `单 ${id}` }))
  items[3] = summary({ id: 'd', title: '等评价的单', status: 'fulfilled', allowedActions: ['rate'] })
  answerWith({ 'home.show': home({ mine: { items, nextCursor: null } }), 'site.show': ok<'site.show'>(site) })
  render(<Home />)
  expect(await screen.findByRole('heading', { name: '进行中 4' })).toBeInTheDocument()
  const titles = screen.getAllByRole('listitem').map((card) => within(card).getByRole('heading').textContent)
  expect(titles).toEqual(['等评价的单', '单 a', '地下室进水'])
  expect(screen.getByRole('link', { name: '还有 2 个 ›' })).toBeInTheDocument()
})

test('a member sees by the same request what waits', async () => {
  signInAs([staff])
  answerWith({ 'home.show': home({ counts: { submitted: 3 } }), 'site.show': ok<'site.show'>(site) })
  render(<Home />)
  expect(await screen.findByText(/待接 3/)).toBeInTheDocument()
  expect(sentTo('home.show')[0]?.url).toContain('membershipId=m1')
  expect(allSent().filter((name) => name !== 'site.show')).toEqual(['home.show'])
})

test('what I have not read is counted in the same request, in words and for those who listen', async () => {
  signInAs()
  answerWith({ 'home.show': home({ unread: 3 }), 'site.show': ok<'site.show'>(site) })
  render(<Home />)
  expect(await screen.findByRole('link', { name: '消息，3 条未读' })).toHaveTextContent('3 条未读')
  expect(allSent().filter((name) => name !== 'site.show')).toEqual(['home.show'])
})

test('nothing unread is no badge; much is told roughly', async () => {
  signInAs()
  const { unmount } = render(<Home />)
  expect(await screen.findByRole('link', { name: '消息，没有未读' })).toHaveTextContent(/^消息$/)
  unmount()
  answerWith({ 'home.show': home({ unread: 100 }), 'site.show': ok<'site.show'>(site) })
  render(<Home />)
  expect(await screen.findByRole('link', { name: '消息，99+ 条未读' })).toBeInTheDocument()
})

test('how this year’s ten things of my community stand, and what comes next', async () => {
  signInAs()
  const next = { pledgeId: 'p3', number: 3, title: '装路灯', milestone: '装完', dueOn: '2099-12-01' }
  const tenThings = { listId: 'l1', year: 2099, total: 10, done: 3, late: 1, next }
  answerWith({ 'home.show': home({ tenThings }) })
  render(<Home />)
  expect(await screen.findByText('10 件 · 办成 3 件 · 超期 1 件')).toBeInTheDocument()
  const step = screen.getByRole('link', { name: /^接下来：2099 年 12 月 1 日 装完（第 3 件 装路灯）$/ })
  expect(step).toBeInTheDocument()
  expect(sentTo('board.show')).toHaveLength(0)
})

test('a visitor sees how those of the whole district stand', async () => {
  const lights = { green: 7, yellow: 2, red: 0, blue: 21, grey: 0 }
  const org = { code: '610303001', name: '西关街道', level: 'street' as const }
  const children = [{ org, pledges: 30, lights }]
  answerWith({ 'board.show': ok<'board.show'>(board({ org: district, pledges: [], list: null, children })) })
  render(<Home />)
  expect(await screen.findByText('金台区各社区承诺 30 件 · 办成 21 件')).toBeInTheDocument()
  expect(screen.getByRole('link', { name: '看公示屏 ›' })).toBeInTheDocument()
})

test('without a session it asks for nothing that needs one', async () => {
  render(<Home />)
  expect(await screen.findByText('还没有登录')).toBeInTheDocument()
  expect(sentTo('home.show')).toHaveLength(0)
})

test('a failure is told with a way to try again', async () => {
  signInAs()
  answerWith({ 'home.show': () => problem(503, 'unavailable', '系统繁忙，请稍等几秒再试') })
  render(<Home />)
  expect(await screen.findByText('系统繁忙，请稍等几秒再试')).toBeInTheDocument()
  answerWith({ 'home.show': home() })
  await userEvent.click(screen.getByRole('button', { name: '再试一次' }))
  expect(await screen.findByRole('heading', { name: '进行中 1' })).toBeInTheDocument()
})
