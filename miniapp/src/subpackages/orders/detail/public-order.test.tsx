import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Order } from '@xinban/shared/contracts'
import { answerWith, ok, order, placing, problem, sentTo, signInAs } from '../../../../test/api-double'
import { openedWith } from '../../../../test/taro'
import OrderDetail from './index'

const publicForm = (part: Partial<Order> = {}): Order =>
  order({
    isPublic: true,
    visibility: 'public',
    content: null,
    place: null,
    requesterName: null,
    secondCount: 2,
    ...part,
  })
const open = (shown: Order, handlers: Parameters<typeof answerWith>[0] = {}) => {
  answerWith({ 'orders.show': ok<'orders.show'>(shown), ...handlers })
  render(<OrderDetail />)
}
const button = (name: string) => screen.findByRole('button', { name })

beforeEach(() => {
  signInAs()
  openedWith({ id: 'o1', as: 'public' })
})

test('one tap seconds it: the count goes up, and the button has done its work', async () => {
  const seconded = publicForm({ secondCount: 3, allowedActions: [] })
  open(publicForm({ allowedActions: ['second'] }), { 'orders.second': ok<'orders.second'>(seconded) })
  expect(await screen.findByText('2 人附议')).toBeInTheDocument()
  await userEvent.click(await button('我也需要，附议'))
  expect(await screen.findByText('3 人附议')).toBeInTheDocument()
  expect(await button('你已附议，谢谢')).toBeDisabled()
  expect(sentTo('orders.second')).toHaveLength(1)
})

test('who seconded it before finds the button done', async () => {
  open(publicForm())
  expect(await button('你已附议，谢谢')).toBeDisabled()
})

test('a second that came too late says why, and the page is fetched anew', async () => {
  const late = () => problem(409, 'wrong_state', '这件事已经办完，不用再附议')
  open(publicForm({ allowedActions: ['second'] }), { 'orders.second': late })
  await userEvent.click(await button('我也需要，附议'))
  expect(await screen.findByText('这件事已经办完，不用再附议')).toHaveAttribute('role', 'alert')
  await waitFor(() => expect(sentTo('orders.show')).toHaveLength(2))
})

test('what is done takes no more seconds', async () => {
  open(publicForm({ status: 'graded' }))
  expect(await screen.findByText('街道已检查')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /附议/ })).not.toBeInTheDocument()
})

test('its own parties see there what everyone sees, and the way to the rest', async () => {
  open(publicForm({ content: '晚上看不见路', place: '3 号楼', requesterName: '张**', events: [placing] }))
  expect(await screen.findByText('这个单和你有关')).toBeInTheDocument()
  expect(screen.queryByText(/晚上看不见路|3 号楼|张\*\*/)).not.toBeInTheDocument()
})

test('someone who opens it by a plain address gets the public form, in words that are not the owner’s', async () => {
  openedWith({ id: 'o1' })
  open(publicForm({ status: 'fulfilled' }))
  expect(await screen.findByText('点单的人会来评价')).toBeInTheDocument()
  expect(screen.queryByText(/等你评价/)).not.toBeInTheDocument()
})
