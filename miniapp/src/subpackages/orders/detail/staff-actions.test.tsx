import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Order } from '@xinban/shared/contracts'
import { answerWith, ok, order, placing, sentTo, signInAs, staff } from '../../../../test/api-double'
import { openedWith } from '../../../../test/taro'
import OrderDetail from './index'

const into = { id: 'o2', no: '261122000002', status: 'in_progress' as const }
const merged = (part: Partial<Order> = {}) => order({ status: 'merged', mergedInto: into, events: [placing], ...part })
const button = (name: string) => screen.findByRole('button', { name })

function open(shown: Order, handlers: Parameters<typeof answerWith>[0] = {}, as = 'staff') {
  signInAs([staff])
  openedWith({ id: 'o1', as })
  answerWith({ 'orders.show': ok<'orders.show'>(shown), ...handlers })
  render(<OrderDetail />)
}

test('approving shows the title and what else becomes public before anything is sent', async () => {
  const approved = order({ isPublic: true, visibility: 'public', version: 4, events: [placing] })
  open(order({ visibility: 'public', allowedActions: ['approve'] }), {
    'orders.approve': ok<'orders.approve'>(approved),
  })
  await userEvent.click(await button('同意公开'))
  const dialog = within(screen.getByRole('dialog', { name: '要公开这个单吗？' }))
  expect(dialog.getByText('楼道灯不亮')).toBeInTheDocument()
  expect(dialog.getByText('诉求 · 东关社区')).toBeInTheDocument()
  expect(dialog.getByText('待接单')).toBeInTheDocument()
  expect(dialog.getByText(/不公开：/)).toBeInTheDocument()
  expect(sentTo('orders.approve')).toHaveLength(0)
  await userEvent.click(dialog.getByRole('button', { name: '同意公开' }))
  expect(await screen.findByText('标题和社区已公开，还没有人附议')).toBeInTheDocument()
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect(sentTo('orders.approve')[0]?.header['if-match']).toBe('"3"')
})

test('a merge is undone after a question, with a word on why', async () => {
  const back = order({ status: 'submitted', version: 5 })
  open(merged({ allowedActions: ['unmerge'] }), { 'orders.unmerge': ok<'orders.unmerge'>(back) })
  await userEvent.click(await button('撤销并单'))
  const dialog = within(screen.getByRole('dialog', { name: '要撤销并单吗？' }))
  await userEvent.type(dialog.getByRole('textbox'), '不是同一盏灯')
  await userEvent.click(dialog.getByRole('button', { name: '撤销并单' }))
  expect(await screen.findByText('等社区接单')).toBeInTheDocument()
  expect(sentTo('orders.unmerge')[0]?.data).toEqual({ note: '不是同一盏灯' })
})

test('the owner of a merged order reads where it went and how that one stands, and is led nowhere', async () => {
  open(merged(), {}, 'owner')
  expect(await screen.findByText('已并入 261122000002，跟着那一单一起办')).toBeInTheDocument()
  expect(screen.getByText('那一单现在：办理中')).toBeInTheDocument()
  expect(screen.queryByRole('link', { name: /261122000002/ })).not.toBeInTheDocument()
})

test('staff go from a merged order to the one that goes on', async () => {
  open(merged())
  await userEvent.click(await screen.findByRole('link', { name: /看 261122000002/ }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/subpackages/orders/detail/index?id=o2&as=staff' })
})

test('seconding is not offered among the work', async () => {
  open(order({ isPublic: true, allowedActions: ['second', 'dispatch'], events: [placing] }))
  expect(await button('派单')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '更多' })).not.toBeInTheDocument()
})

test('the street writes down a telephone rating in words of its own', async () => {
  open(order({ status: 'fulfilled', isOnBehalf: true, allowedActions: ['rate'] }))
  await userEvent.click(await button('记电话回访'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/subpackages/orders/rate/index?id=o1&as=staff' })
})

test('a rating taken on the telephone is marked as one', async () => {
  const rating = { stars: 4 as const, reasons: [], comment: null, isTelephone: true, at: '2026-11-22T10:00:00+08:00' }
  open(order({ status: 'rated', rating }))
  expect(await screen.findByText(/^电话回访/)).toBeInTheDocument()
})
