import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Order, OrderSummary } from '@xinban/shared/contracts'
import { answerWith, ok, order, placing, problem, sentTo, signInAs, staff, summary } from '../../../../test/api-double'
import { openedWith } from '../../../../test/taro'
import OrderDetail from './index'

const other = summary({ id: 'o2', title: '三楼没有灯', communityName: '西关社区', status: 'in_progress' })

function open(shown: Order, found: OrderSummary[] | 'fails', as = 'staff') {
  signInAs([staff])
  openedWith({ id: 'o1', as })
  const items = found === 'fails' ? [] : found.map((one) => ({ order: one, score: 0.5, isMine: false }))
  answerWith({
    'orders.show': ok<'orders.show'>({ ...shown, events: [placing] }),
    'orders.similar':
      found === 'fails' ? () => problem(503, 'unavailable', '没有回应') : ok<'orders.similar'>({ items }),
  })
  render(<OrderDetail />)
}

test('staff see what asks the same in their territory, open it, and go to merge into it', async () => {
  open(order({ allowedActions: ['merge'] }), [other])
  expect(await screen.findByText('相似的单')).toBeInTheDocument()
  expect(screen.getByText(/^西关社区 · 3 号楼 · /)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('link', { name: /三楼没有灯/ }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/subpackages/orders/detail/index?id=o2&as=staff' })
  await userEvent.click(screen.getByRole('button', { name: '并到这一单：三楼没有灯' }))
  const url = '/subpackages/workbench/act/index?id=o1&action=merge&into=o2'
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url })
})

test('no merge is offered where the server allows none, nor into what is done', async () => {
  open(order({ allowedActions: ['merge'] }), [summary({ ...other, status: 'fulfilled' })])
  expect(await screen.findByText('相似的单')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /并到/ })).not.toBeInTheDocument()
})

test('who may not merge only reads of it', async () => {
  open(order({ allowedActions: ['progress'] }), [other])
  expect(await screen.findByText('相似的单')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /并到/ })).not.toBeInTheDocument()
})

test.each<[string, OrderSummary[] | 'fails']>([
  ['nothing was found', []],
  ['it fails', 'fails'],
])('it is silent when %s', async (_, found) => {
  open(order(), found)
  await screen.findByText('晚上看不见路')
  await waitFor(() => expect(sentTo('orders.similar')).toHaveLength(1))
  expect(screen.queryByText('相似的单')).not.toBeInTheDocument()
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
})

test('an owner’s page does not ask for it', async () => {
  open(order(), [other], 'owner')
  expect(await screen.findByText('晚上看不见路')).toBeInTheDocument()
  expect(sentTo('orders.similar')).toHaveLength(0)
})

test('the service of an order leads to its guide at the version of the order', async () => {
  open(order({ serviceItem: { id: 'i1', name: '水电小修', version: 2, isAffair: false } }), [], 'owner')
  await userEvent.click(await screen.findByRole('link', { name: /水电小修/ }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/subpackages/orders/guide/index?id=i1&version=2' })
})
