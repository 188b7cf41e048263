import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { answerWith, ok, sentTo, signInAs } from '../../../../test/api-double'
import { booking, waitEntry } from '../../../../test/booking-double'
import { openedWith } from '../../../../test/taro'
import MyBookings from './index'

const waits = (...items: ReturnType<typeof waitEntry>[]) => ok<'waitlist.list'>({ items, nextCursor: null })
const offered = waitEntry({
  ...{ state: 'offered', before: null, allowedActions: ['accept', 'withdraw'] },
  offer: { holdId: 'hold9', expiresAt: '2099-01-01T00:00:00+08:00' },
})

beforeEach(() => {
  signInAs()
  openedWith({ tab: 'wait' })
})

test('an offer is confirmed with the place that is kept', async () => {
  answerWith({ 'waitlist.list': waits(offered), 'bookings.create': ok<'bookings.create'>(booking()) })
  render(<MyBookings />)
  expect(await screen.findByText(/有空位了，为你留着，还剩/)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '确认预约' }))
  await waitFor(() => expect(Taro.navigateTo).toHaveBeenCalled())
  const sent = { hallId: 'h1', itemId: 'i1', start: offered.start, holdId: 'hold9' }
  expect(sentTo('bookings.create')[0]?.data).toEqual(sent)
})

test('an offer whose time is over cannot be confirmed any more, and says what became of it', async () => {
  const past = { ...offered, offer: { holdId: 'hold9', expiresAt: '2020-01-01T00:00:00+08:00' } }
  answerWith({ 'waitlist.list': waits(past) })
  render(<MyBookings />)
  expect(await screen.findByText(/没有及时确认，位置让给了后面的人/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '确认预约' })).not.toBeInTheDocument()
})

test('whoever waits knows how many are in front, and may leave', async () => {
  answerWith({ 'waitlist.list': waits(waitEntry()), 'waitlist.withdraw': ok<'waitlist.withdraw'>(waitEntry()) })
  render(<MyBookings />)
  expect(await screen.findByText('你前面还有 2 人候补')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '退出候补' }))
  await waitFor(() => expect(sentTo('waitlist.withdraw')).toHaveLength(1))
})
