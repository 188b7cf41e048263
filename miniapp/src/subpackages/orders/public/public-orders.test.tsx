import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { answerWith, ok, sentTo, signInAs, summary } from '../../../../test/api-double'
import PublicOrders from './index'

const neighbour = summary({ isPublic: true, requesterName: null, place: null, secondCount: 4 })

test('shows what neighbours let everyone see of my community, and opens its public form', async () => {
  signInAs()
  answerWith({ 'orders.list': ok<'orders.list'>({ items: [neighbour], nextCursor: null }) })
  render(<PublicOrders />)
  expect(await screen.findByText('诉求 · 东关社区 · 4 人附议')).toBeInTheDocument()
  expect(sentTo('orders.list')[0]?.url).toContain('view=public&communityCode=610303001002')
  await userEvent.click(screen.getByRole('link', { name: /楼道灯不亮/ }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/subpackages/orders/detail/index?id=o1&as=public' })
})

test('an empty list says how something gets there', async () => {
  signInAs()
  answerWith({ 'orders.list': ok<'orders.list'>({ items: [], nextCursor: null }) })
  render(<PublicOrders />)
  expect(await screen.findByText('现在没有公开的单')).toBeInTheDocument()
})

test('without a community it asks for one, and for nothing else', async () => {
  signInAs([], { community: null })
  answerWith({})
  render(<PublicOrders />)
  await userEvent.click(screen.getByRole('button', { name: '去选社区' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/subpackages/account/community/index' })
  expect(sentTo('orders.list')).toHaveLength(0)
})
