import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { OrderAction } from '@xinban/shared/domain'
import { answerWith, ok, order, problem, sentTo, signInAs } from '../../../../test/api-double'
import { answerUploads, choose, kept } from '../../../../test/photos'
import { openedWith } from '../../../../test/taro'
import DisputePage from './index'

function open(
  allowedActions: OrderAction[] = ['dispute'],
  answer: Parameters<typeof answerWith>[0] = {},
  changes: Parameters<typeof order>[0] = { disputeClosesAt: '2031-01-16T17:00:00+08:00' },
) {
  signInAs()
  openedWith({ id: 'o1' })
  answerWith({
    'orders.show': ok<'orders.show'>(order({ status: 'fulfilled', allowedActions, ...changes })),
    'orders.dispute': ok<'orders.dispute'>(order({ status: 'fulfilled', version: 4 })),
    ...answer,
  })
  render(<DisputePage />)
}
const send = async () => userEvent.click(await screen.findByRole('button', { name: '告诉街道' }))
const words = () => screen.findByRole('textbox', { name: /^哪里还没办好/ })

test('what is not done goes to the street in words and pictures; it says until when and how often', async () => {
  answerUploads(() => kept('f1'))
  open()
  expect(await screen.findByText(/2031 年 1 月 16 日 17:00 前可以提，一个单只能提一次/)).toBeInTheDocument()
  await send()
  expect(screen.getByText(/请写明哪里还没办好/)).toBeInTheDocument()
  expect(sentTo('orders.dispute')).toHaveLength(0)
  await userEvent.type(await words(), '又不亮了')
  await choose('添加照片', {})
  await screen.findByText('已有 1 张，最多 9 张')
  await send()
  await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalled())
  expect(sentTo('orders.dispute')[0]?.data).toEqual({ note: '又不亮了', attachments: ['f1'] })
  expect(sentTo('orders.dispute')[0]?.header['if-match']).toBe('"3"')
})

test('a refusal keeps what was typed, and the order is asked for again', async () => {
  open(['dispute'], { 'orders.dispute': () => problem(412, 'version_mismatch', '别人先动过') })
  await userEvent.type(await words(), '又不亮了')
  await send()
  expect(await screen.findByText('别人先动过')).toHaveAttribute('role', 'alert')
  await waitFor(() => expect(sentTo('orders.show')).toHaveLength(2))
  expect(await words()).toHaveValue('又不亮了')
})

test('what the server does not allow has no form, and a way on', async () => {
  open([])
  expect(await screen.findByText('现在不能提')).toBeInTheDocument()
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
  expect(screen.getByText(/办好以后才能提/)).toBeInTheDocument()
})

test('what is too late says until when it was', async () => {
  open([], {}, { disputeClosesAt: '2024-02-05T17:00:00+08:00' })
  expect(await screen.findByText(/可以提到 2024 年 2 月 5 日 17:00，已经过了/)).toBeInTheDocument()
})

test('what was said once is told apart from what is too late', async () => {
  open([], {}, { isDisputed: true })
  expect(await screen.findByText(/已经提过一次了/)).toBeInTheDocument()
})

test('an order that does not come says why, with a way to try again', async () => {
  open([], { 'orders.show': () => problem(404, 'not_found', '没有找到这个单') })
  expect(await screen.findByText('没有找到这个单')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '再试一次' })).toBeInTheDocument()
})
