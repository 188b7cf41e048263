import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Notice } from '@xinban/shared/contracts'
import { session } from '@/platform/session'
import { answerWith, ok, problem, sentTo, signInAs } from '../../../../test/api-double'
import Notices from './index'

const notice = (part: Partial<Notice> = {}): Notice => ({
  id: 'n1',
  kind: 'order.accepted',
  words: '东关社区已接单，会在 11 月 25 日 17:00 前办好',
  subject: { type: 'order', id: 'o1', title: '楼道灯不亮' },
  at: '2025-11-22T09:00:00+08:00',
  isRead: false,
  ...part,
})
const list = (...items: Notice[]) => ({ 'notices.list': ok<'notices.list'>({ items, nextCursor: null }) })

beforeEach(() => session.end())

test('by days, what is new with a word; a tap opens the order and marks it as read', async () => {
  signInAs()
  answerWith({
    ...list(notice(), notice({ id: 'n2', at: '2025-11-20T08:30:00+08:00', isRead: true })),
    'notices.read': ok<'notices.read'>(notice({ isRead: true })),
  })
  render(<Notices />)
  expect(await screen.findByRole('heading', { name: '2025 年 11 月 22 日' })).toBeInTheDocument()
  expect(screen.getByRole('heading', { name: '2025 年 11 月 20 日' })).toBeInTheDocument()
  const [first, second] = screen.getAllByRole('listitem')
  expect(first).toHaveTextContent('楼道灯不亮东关社区已接单，会在 11 月 25 日 17:00 前办好09:00未读')
  expect(second).not.toHaveTextContent('未读')
  await userEvent.click(within(first as HTMLElement).getByRole('link'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/subpackages/orders/detail/index?id=o1' })
  expect(sentTo('notices.read').map(({ url }) => url)).toEqual(['http://api.test/api/v1/notices/n1/read'])
  expect(screen.queryByText('未读')).not.toBeInTheDocument()
  // What was read is only opened.
  await userEvent.click(within(second as HTMLElement).getByRole('link'))
  expect(sentTo('notices.read')).toHaveLength(1)
})

test('what staff are told opens as staff', async () => {
  signInAs()
  answerWith({
    ...list(notice({ kind: 'order.assigned', words: '东关社区派给你一个单，请尽快看看', isRead: true })),
  })
  render(<Notices />)
  await userEvent.click(await screen.findByRole('link'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/subpackages/orders/detail/index?id=o1&as=staff' })
})

test('all at once, up to what was shown', async () => {
  signInAs()
  answerWith({ ...list(notice()), 'notices.read-all': ok<'notices.read-all'>({ unread: 0 }) })
  render(<Notices />)
  await screen.findByText('未读')
  answerWith({ ...list(notice({ isRead: true })), 'notices.read-all': ok<'notices.read-all'>({ unread: 0 }) })
  await userEvent.click(screen.getByRole('button', { name: '全部已读' }))
  expect(sentTo('notices.read-all').map(({ data }) => data)).toEqual([{ upToId: 'n1' }])
  expect(screen.queryByText('未读')).not.toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '全部已读' })).not.toBeInTheDocument()
})

test('an order that one may not see any more leads nowhere and says so', async () => {
  signInAs()
  answerWith(list(notice({ subject: { type: 'order', id: 'o1', title: null } })))
  render(<Notices />)
  expect(await screen.findByText('这个单你已经看不到了')).toBeInTheDocument()
  expect(screen.queryByRole('link')).not.toBeInTheDocument()
})

test('nothing yet; a failure, with a way to try again; nobody signed in', async () => {
  signInAs()
  answerWith({ 'notices.list': () => problem(503, 'unavailable', '系统繁忙，请稍等几秒再试') })
  const { unmount } = render(<Notices />)
  await screen.findByText('系统繁忙，请稍等几秒再试')
  answerWith(list())
  await userEvent.click(screen.getByRole('button', { name: '再试一次' }))
  expect(await screen.findByText('还没有消息')).toBeInTheDocument()
  unmount()
  session.end()
  render(<Notices />)
  expect(screen.getByRole('button', { name: '去登录' })).toBeInTheDocument()
})
