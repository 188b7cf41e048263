import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Ticket } from '@xinban/shared/contracts'
import { answerWith, ok, sentTo, signInAs, staff } from '../../../../test/api-double'
import { booking, hall, hallSummary, ticket } from '../../../../test/booking-double'
import { openedWith } from '../../../../test/taro'
import CounterPage from './index'

const tickets = (...items: Ticket[]) => ok<'tickets.list'>({ items, nextCursor: null })
const waiting = ticket({ allowedActions: ['call', 'miss'] })
const called = ticket({ state: 'called', window: 1, calls: 1, before: null, version: 2 })
const ours = {
  'halls.list': ok<'halls.list'>({ items: [hallSummary({ org: staff.org })], nextCursor: null }),
  'halls.show': ok<'halls.show'>(hall({ org: staff.org, allowedActions: ['serve'] })),
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const atWindow = () => screen.findByRole('group', { name: '1 号窗口' }).catch(() => screen.findByLabelText('1 号窗口'))

beforeEach(() => {
  signInAs([staff])
  openedWith({})
})

test('the next one is called to this window', async () => {
  answerWith({ ...ours, 'tickets.list': tickets(waiting), 'halls.call-next': ok<'halls.call-next'>(called) })
  render(<CounterPage />)
  await press(/^叫下一位/)
  await waitFor(() => expect(sentTo('halls.call-next')[0]?.data).toEqual({ window: 1 }))
  await waitFor(() => expect(sentTo('tickets.list')).toHaveLength(2))
})

test('nobody waits: there is nobody to call', async () => {
  answerWith({ ...ours, 'tickets.list': tickets() })
  render(<CounterPage />)
  expect(await screen.findByRole('button', { name: /^叫下一位/ })).toBeDisabled()
})

test('whoever was called is served, or parked, on the version that was seen', async () => {
  const shown = { ...called, allowedActions: ['recall', 'serve', 'park', 'miss'] as Ticket['allowedActions'] }
  answerWith({ ...ours, 'tickets.list': tickets(shown), 'tickets.park': ok<'tickets.park'>(called) })
  render(<CounterPage />)
  expect(within(await atWindow()).getByText('12')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /^叫下一位/ })).not.toBeInTheDocument()
  await press(/^过号/)
  await waitFor(() => expect(sentTo('tickets.park')[0]?.header['if-match']).toBe('"2"'))
})

test('giving a number up asks first', async () => {
  const shown = { ...called, allowedActions: ['miss'] as Ticket['allowedActions'] }
  answerWith({ ...ours, 'tickets.list': tickets(shown), 'tickets.miss': ok<'tickets.miss'>(called) })
  render(<CounterPage />)
  await press('作废')
  expect(sentTo('tickets.miss')).toHaveLength(0)
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '作废' }))
  await waitFor(() => expect(sentTo('tickets.miss')).toHaveLength(1))
})

test('six digits show who it is, and let them in', async () => {
  const found = booking({ allowedActions: ['check-in'] })
  const checked = booking({
    ...{ status: 'checked_in', version: 2 },
    ticket: { id: 't1', number: 12, label: '12', state: 'waiting', before: 0, window: null },
  })
  answerWith({
    ...ours,
    'tickets.list': tickets(),
    'bookings.list': ok<'bookings.list'>({ items: [found], nextCursor: null }),
    'bookings.check-in': ok<'bookings.check-in'>(checked),
  })
  render(<CounterPage />)
  await press('查')
  expect(screen.getByText(/预约号是六个数字/)).toBeInTheDocument()
  await userEvent.type(screen.getByLabelText(/^预约号/), '482913')
  await press('查')
  expect(await screen.findByText(/张\*\* · 社保卡办理/)).toBeInTheDocument()
  expect(sentTo('bookings.list')[0]?.url).toContain('code=482913')
  await press('签到')
  await waitFor(() => expect(sentTo('bookings.check-in')).toHaveLength(1))
})

test('who comes without a booking gets a number, the aged first', async () => {
  answerWith({
    ...ours,
    'tickets.list': tickets(),
    'tickets.draw': ok<'tickets.draw'>(ticket({ label: '优13', priority: 'aged', before: 0, expectedAt: null })),
  })
  render(<CounterPage />)
  await userEvent.click(await screen.findByRole('radio', { name: '老年人' }))
  await press('取号')
  expect(await screen.findByText(/请告诉居民：优13 号，前面 0 人/)).toBeInTheDocument()
  expect(sentTo('tickets.draw')[0]?.data).toEqual({ hallId: 'h1', priority: 'aged', isForOther: true })
})

test('those who serve at no hall are told so', async () => {
  signInAs([{ ...staff, role: 'unit_staff' }])
  answerWith({})
  render(<CounterPage />)
  expect(await screen.findByText('这里给大厅的工作人员用')).toBeInTheDocument()
})
