import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { OrderAction } from '@xinban/shared/domain'
import { answerWith, ok, order, placing, problem, sentTo, signInAs } from '../../../../test/api-double'
import { openedWith } from '../../../../test/taro'
import OrderDetail from './index'

const shown = (allowedActions: OrderAction[]) => ok<'orders.show'>(order({ status: 'accepted', allowedActions }))

beforeEach(() => {
  signInAs()
  openedWith({ id: 'o1' })
})

test('no action is offered where the server allows none', async () => {
  answerWith({ 'orders.show': shown([]) })
  render(<OrderDetail />)
  expect(await screen.findByText('晚上看不见路')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /接单|撤回|派单|办结|评价|评单/ })).not.toBeInTheDocument()
})

test('the first action stands in front, the others behind 更多', async () => {
  answerWith({ 'orders.show': shown(['decline', 'dispatch', 'fulfil']) })
  render(<OrderDetail />)
  await userEvent.click(await screen.findByRole('button', { name: '更多' }))
  expect(screen.getByRole('button', { name: '办结' })).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '退单' })).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '派单' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/subpackages/workbench/act/index?id=o1&action=dispatch' })
})

test('withdrawing asks first, and then shows the new state', async () => {
  answerWith({
    'orders.show': shown(['withdraw']),
    'orders.withdraw': ok<'orders.withdraw'>(order({ status: 'withdrawn', version: 4 })),
  })
  render(<OrderDetail />)
  await userEvent.click(await screen.findByRole('button', { name: '更多' }))
  await userEvent.click(screen.getByRole('button', { name: '撤回这个单' }))
  expect(sentTo('orders.withdraw')).toHaveLength(0)
  await userEvent.click(screen.getByRole('button', { name: '确定撤回' }))
  expect(await screen.findByText('你已撤回')).toBeInTheDocument()
  expect(sentTo('orders.withdraw')[0]?.header['if-match']).toBe('"3"')
})

test('while nothing waits for its owner, calling the community stands in front', async () => {
  answerWith({ 'orders.show': shown([]) })
  render(<OrderDetail />)
  expect(await screen.findByRole('link', { name: '给社区打电话' })).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '更多' })).not.toBeInTheDocument()
  expect(screen.getByText('现在由东关社区负责')).toBeInTheDocument()
})

test.each(['owner', 'staff'] as const)('what waits for the %s stands in front of the telephone', async (as) => {
  openedWith({ id: 'o1', as })
  const status = 'fulfilled' as const
  answerWith({ 'orders.show': ok<'orders.show'>(order({ status, allowedActions: as === 'owner' ? ['rate'] : [] })) })
  render(<OrderDetail />)
  await screen.findByText('由东关社区办的')
  expect(screen.queryByRole('link', { name: '给社区打电话' })).not.toBeInTheDocument()
  expect(screen.queryAllByRole('button', { name: '去评价' })).toHaveLength(as === 'owner' ? 1 : 0)
})

test.each([
  [4, 4],
  [5, 3],
])('of %i steps the newest %i stand open, and all of them one tap away', async (count, open) => {
  const events = Array.from({ length: count }, (_, index) => ({
    ...placing,
    ...{ id: `e${index}`, note: `第 ${index + 1} 步`, at: `2026-11-22T0${index}:00:00+08:00` },
  }))
  answerWith({ 'orders.show': ok<'orders.show'>(order({ events })) })
  render(<OrderDetail />)
  await screen.findByText(`第 ${count} 步`)
  expect(screen.getAllByText(/^第 \d 步$/)).toHaveLength(open)
  const all = screen.queryByRole('button', { name: `看全部经过，共 ${count} 步` })
  if (open === count) expect(all).not.toBeInTheDocument()
  else await userEvent.click(all ?? document.body)
  expect(screen.getAllByText(/^第 \d 步$/)).toHaveLength(count)
})

test('an order of someone else is told in words, with a way to try again', async () => {
  answerWith({ 'orders.show': () => problem(404, 'not_found', '没有找到这个单') })
  render(<OrderDetail />)
  expect(await screen.findByText('没有找到这个单')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '再试一次' })).toBeInTheDocument()
})

test('staff who come from the queue read it in their own terms', async () => {
  openedWith({ id: 'o1', as: 'staff' })
  answerWith({ 'orders.show': ok<'orders.show'>(order({ status: 'fulfilled' })) })
  render(<OrderDetail />)
  expect(await screen.findByText('已办结，等居民评价')).toBeInTheDocument()
})

test('photos stand with their step; the order is asked for again, once, when their URLs are too old', async () => {
  const photos = (round: number) =>
    ['f1', 'f2'].map((id) => ({
      id,
      url: `/api/v1/files/${id}?variant=full&round=${round}`,
      thumbnailUrl: `/api/v1/files/${id}?variant=thumbnail&round=${round}`,
      mime: 'image/jpeg' as const,
    }))
  answerWith({
    'orders.show': () => ({
      statusCode: 200,
      data: order({ events: [{ ...placing, attachments: photos(sentTo('orders.show').length) }] }),
    }),
  })
  render(<OrderDetail />)
  expect(await screen.findByRole('button', { name: '点单照片 2，共 2 张' })).toBeInTheDocument()
  const picture = () => document.querySelector('img') ?? document.body
  expect(picture()).toHaveAttribute('src', 'http://api.test/api/v1/files/f1?variant=thumbnail&round=1')
  fireEvent.error(picture())
  await waitFor(() => expect(picture()).toHaveAttribute('src', expect.stringContaining('round=2')))
  fireEvent.error(picture())
  expect(await screen.findByRole('button', { name: /点单照片 1，共 2 张没有打开/ })).toBeInTheDocument()
  expect(sentTo('orders.show')).toHaveLength(2)
})
