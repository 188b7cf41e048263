import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Order, OrderContact } from '@xinban/shared/contracts'
import { answerWith, ok, order, problem, sentTo, signInAs, staff } from '../../../../test/api-double'
import { openedWith } from '../../../../test/taro'
import OrderDetail from './index'

const phone = '13800008000'
const contact: OrderContact = { name: '张桂兰', phone, address: '3 号楼 302', point: null, onBehalfOf: null }
const masked = { name: '张**', phone: '138****8000', address: '3 号楼***' }
const look = () => screen.findByRole('button', { name: '看联系方式' })

function open(part: Partial<Order>) {
  signInAs([staff])
  openedWith({ id: 'o1', as: 'staff' })
  answerWith({
    'orders.show': ok<'orders.show'>(order({ contact: masked, ...part })),
    'orders.view-contact': ok<'orders.view-contact'>(contact),
  })
  render(<OrderDetail />)
}

test('whoever works on it sees name, phone and address by one tap, and can dial', async () => {
  open({ contactAccess: 'direct' })
  await userEvent.click(await look())
  expect(await screen.findByText('张桂兰')).toBeInTheDocument()
  expect(screen.getByText('3 号楼 302')).toBeInTheDocument()
  expect(screen.getByRole('link', { name: `拨打 ${phone}` })).toBeInTheDocument()
  expect(sentTo('orders.view-contact').map(({ data }) => data)).toEqual([{}])
})

test('nothing of it is kept on the device', async () => {
  const kept = jest.spyOn(Taro, 'setStorageSync')
  open({ contactAccess: 'direct' })
  await userEvent.click(await look())
  await screen.findByText('张桂兰')
  expect(kept.mock.calls.length).toBeGreaterThan(0)
  expect(JSON.stringify(kept.mock.calls)).not.toMatch(/张桂兰|13800008000|302/)
  kept.mockRestore()
})

test('everyone else writes first why, and is told that it is recorded', async () => {
  open({ contactAccess: 'with_reason' })
  await userEvent.click(await look())
  expect(screen.getByText(/都会记下来/)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '记下理由，看联系方式' }))
  expect(screen.getByText('请先写明为什么要看')).toHaveAttribute('role', 'alert')
  expect(sentTo('orders.view-contact')).toHaveLength(0)
  await userEvent.type(screen.getByRole('textbox', { name: /^为什么要看/ }), '核实投诉')
  await userEvent.click(screen.getByRole('button', { name: '记下理由，看联系方式' }))
  expect(await screen.findByText('张桂兰')).toBeInTheDocument()
  expect(sentTo('orders.view-contact')[0]?.data).toEqual({ reason: '核实投诉' })
})

test('a refused reason keeps its words beside the field', async () => {
  open({ contactAccess: 'with_reason' })
  const errors = [{ path: 'reason', code: 'too_long', message: '理由太长了' }]
  const shown = ok<'orders.show'>(order({ contact: masked, contactAccess: 'with_reason' }))
  const refused = () => problem(422, 'invalid', '有一项填得不对', errors)
  answerWith({ 'orders.show': shown, 'orders.view-contact': refused })
  await userEvent.click(await look())
  await userEvent.type(screen.getByRole('textbox', { name: /^为什么要看/ }), '核实')
  await userEvent.click(screen.getByRole('button', { name: '记下理由，看联系方式' }))
  expect(await screen.findByText('理由太长了')).toHaveAttribute('role', 'alert')
  expect(screen.getByRole('textbox', { name: /^为什么要看/ })).toHaveValue('核实')
})

test('an order without any contact says so instead of recording a look', async () => {
  open({ contactAccess: 'direct', contact: null })
  expect(await screen.findByText('点单的人没有留联系方式。')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '看联系方式' })).not.toBeInTheDocument()
})

test('where the server allows no look, there is none', async () => {
  open({ contactAccess: 'none' })
  await waitFor(() => expect(screen.getByText('晚上看不见路')).toBeInTheDocument())
  expect(screen.queryByText('联系方式')).not.toBeInTheDocument()
})
