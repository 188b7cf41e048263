import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { noTasks, answerWith, ok, order, problem, sentTo, signInAs, staff, summary } from '../../../../test/api-double'
import Queue from './index'

const waiting = summary({ allowedActions: ['accept', 'decline'] })
const list = ok<'orders.list'>({ items: [waiting], nextCursor: null })
const counts = ok<'orders.counts'>({
  counts: { submitted: 1, in_progress: 2 },
  urgent: { submitted: 1 },
  mayGrade: null,
  overdue: 0,
  warned: 0,
  tasks: noTasks,
})
const acceptButton = () => screen.findByRole('button', { name: '接单：楼道灯不亮' })

test('shows what waits, with counts on the views', async () => {
  signInAs([staff])
  answerWith({ 'orders.list': list, 'orders.counts': counts })
  render(<Queue />)
  expect(await acceptButton()).toBeInTheDocument()
  expect(await screen.findByRole('tab', { name: /待接\s*1/ })).toBeInTheDocument()
  expect(sentTo('orders.list')[0]?.url).toContain('view=queue&membershipId=m1&status=submitted&sort=urgent')
})

test('what is urgent can be shown alone; it says so by word and shape', async () => {
  signInAs([staff])
  const urgent = summary({ urgency: 'urgent' })
  answerWith({ 'orders.list': ok<'orders.list'>({ items: [urgent], nextCursor: null }), 'orders.counts': counts })
  render(<Queue />)
  expect(await screen.findByText('紧急')).toBeInTheDocument()
  await userEvent.click(await screen.findByText('▲ 只看紧急 1'))
  await waitFor(() => expect(sentTo('orders.list').at(-1)?.url).toContain('urgency=urgent'))
})

test('one tap accepts, with the version that was seen, and the list is fetched anew', async () => {
  signInAs([staff])
  answerWith({ 'orders.list': list, 'orders.counts': counts, 'orders.accept': ok<'orders.accept'>(order()) })
  render(<Queue />)
  await userEvent.click(await acceptButton())
  await waitFor(() => expect(sentTo('orders.list')).toHaveLength(2))
  expect(sentTo('orders.accept')[0]?.header['if-match']).toBe('"3"')
})

test.each([
  [409, 'lost_race'],
  [412, 'version_mismatch'],
])('when a colleague was faster (%i %s) it says so and refreshes', async (status, code) => {
  signInAs([staff])
  answerWith({
    'orders.list': list,
    'orders.counts': counts,
    'orders.accept': () => problem(status, code, '别人先动过'),
  })
  render(<Queue />)
  await userEvent.click(await acceptButton())
  expect(await screen.findByText('“楼道灯不亮”刚被同事先处理了，列表已更新')).toHaveAttribute('role', 'alert')
  await waitFor(() => expect(sentTo('orders.list')).toHaveLength(2))
})

test('an order that may not be accepted has no button for it', async () => {
  signInAs([staff])
  answerWith({
    'orders.list': ok<'orders.list'>({ items: [summary()], nextCursor: null }),
    'orders.counts': counts,
  })
  render(<Queue />)
  expect(await screen.findByText('楼道灯不亮')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /接单/ })).not.toBeInTheDocument()
})

test('a search is sent, and nothing found says what to do', async () => {
  signInAs([staff])
  answerWith({ 'orders.list': ok<'orders.list'>({ items: [], nextCursor: null }), 'orders.counts': counts })
  render(<Queue />)
  await userEvent.type(screen.getByLabelText('找单'), '路灯')
  await userEvent.click(screen.getByRole('button', { name: '查找' }))
  expect(await screen.findByText('没有找到')).toBeInTheDocument()
  expect(sentTo('orders.list').at(-1)?.url).toContain(`q=${encodeURIComponent('路灯')}`)
})

test('a resident is told that this is for members', () => {
  signInAs()
  answerWith({})
  render(<Queue />)
  expect(screen.getByText('你还没有工作身份')).toBeInTheDocument()
})

test('a card says what is left of its clock and what is out of the ordinary', async () => {
  signInAs([staff])
  const past = new Date(Date.now() - 3 * 60 * 60_000).toISOString()
  const due = { kind: 'accept' as const, warnAt: past, dueAt: past, isProvisional: false }
  answerWith({
    'orders.list': ok<'orders.list'>({ items: [summary({ due, isDisputed: true })], nextCursor: null }),
    'orders.counts': counts,
  })
  render(<Queue />)
  expect(await screen.findByText('接单 已超期 3 小时')).toBeInTheDocument()
  expect(screen.getByText('待审异议')).toBeInTheDocument()
})

test('what waits beside the ordinary has a tab while there is any, and is asked for by itself', async () => {
  signInAs([staff])
  const some = { counts: { submitted: 1 }, urgent: {}, mayGrade: null, overdue: 2, warned: 0 }
  answerWith({
    'orders.list': list,
    'orders.counts': ok<'orders.counts'>({ ...some, tasks: { ...noTasks, rectify: 3 } }),
  })
  render(<Queue />)
  await userEvent.click(await screen.findByRole('tab', { name: /待整改\s*3/ }))
  await waitFor(() => expect(sentTo('orders.list').at(-1)?.url).toContain('sort=due&task=rectify'))
  expect(screen.getByRole('tab', { name: /已超期\s*2/ })).toBeInTheDocument()
  expect(screen.queryByRole('tab', { name: /将超期|待回访/ })).not.toBeInTheDocument()
  expect(screen.queryByText('按时限')).not.toBeInTheDocument()
})

test('the queue can go by due time', async () => {
  signInAs([staff])
  answerWith({ 'orders.list': list, 'orders.counts': counts })
  render(<Queue />)
  await userEvent.click(await screen.findByText('按时限'))
  await waitFor(() => expect(sentTo('orders.list').at(-1)?.url).toContain('status=submitted&sort=due'))
})
