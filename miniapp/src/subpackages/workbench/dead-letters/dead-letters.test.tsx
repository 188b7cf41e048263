import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { DeadLetter } from '@xinban/shared/contracts'
import { answerWith, ok, problem, sentTo, signInAs } from '../../../../test/api-double'
import DeadLetters from './index'

const letter: DeadLetter = {
  id: 'l1',
  topic: 'order.accepted',
  subject: { type: 'order', id: 'o1' },
  at: '2025-11-22T09:00:00+08:00',
  deadAt: '2025-11-22T10:20:00+08:00',
  attempts: 10,
  error: 'QueryFailedError ER_X',
}
const list = { 'dead-letters.list': ok<'dead-letters.list'>({ items: [letter], nextCursor: null }) }

test('what, since when, how often and why; tried again, it is gone from the list', async () => {
  signInAs()
  answerWith({ ...list, 'dead-letters.retry': ok<'dead-letters.retry'>({ id: 'l1' }) })
  render(<DeadLetters />)
  expect(await screen.findByRole('heading', { name: '「接单」的消息' })).toBeInTheDocument()
  expect(screen.getByText('2025 年 11 月 22 日 09:00 的事，试了 10 次')).toBeInTheDocument()
  expect(screen.getByText('原因：QueryFailedError ER_X')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '再发一次「接单」的消息' }))
  expect(await screen.findByText('没有发不出去的消息')).toBeInTheDocument()
  expect(sentTo('dead-letters.retry')[0]?.url).toContain('/dead-letters/l1/retry')
})

test('a refusal is told beside the message, which stays', async () => {
  signInAs()
  answerWith({ ...list, 'dead-letters.retry': () => problem(409, 'wrong_state', '这条消息已经重新发送了') })
  render(<DeadLetters />)
  await userEvent.click(await screen.findByRole('button', { name: /再发一次/ }))
  expect(await screen.findByText('这条消息已经重新发送了')).toBeInTheDocument()
  expect(screen.getByRole('heading', { name: '「接单」的消息' })).toBeInTheDocument()
})

test('whoever may not read it is told so', async () => {
  signInAs()
  answerWith({ 'dead-letters.list': () => problem(403, 'forbidden', '未送达的消息由区管理员查看') })
  render(<DeadLetters />)
  expect(await screen.findByText('未送达的消息由区管理员查看')).toBeInTheDocument()
})
