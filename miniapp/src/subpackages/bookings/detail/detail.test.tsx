import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Booking } from '@xinban/shared/contracts'
import { answerWith, ok, problem, sentTo, signInAs } from '../../../../test/api-double'
import { booking } from '../../../../test/booking-double'
import { openedWith } from '../../../../test/taro'
import BookingPage from './index'

const shown = (part: Partial<Booking>, query: Record<string, string> = {}) => {
  signInAs()
  openedWith({ id: 'b1', ...query })
  return { 'bookings.show': ok<'bookings.show'>(booking(part)) }
}
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))

test('what was just won says number, place, materials and how to change it', async () => {
  answerWith(shown({ changeUntil: '2099-11-26T08:00:00+08:00' }, { new: '1' }))
  render(<BookingPage />)
  expect(await screen.findByText('约好了')).toBeInTheDocument()
  expect(screen.getByText('482913')).toBeInTheDocument()
  expect(screen.getByText('东关路 12 号')).toBeInTheDocument()
  expect(screen.getByText('身份证（带原件）')).toBeInTheDocument()
  expect(screen.getByText(/前可以自己改时间或取消/)).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '加进手机日历' })).toBeInTheDocument()
})

test('cancelling asks first', async () => {
  answerWith({
    ...shown({}),
    'bookings.cancel': ok<'bookings.cancel'>(
      booking({ status: 'cancelled', version: 2, allowedActions: [], icsUrl: null }),
    ),
  })
  render(<BookingPage />)
  await screen.findByText('482913')
  await press('取消预约')
  expect(sentTo('bookings.cancel')).toHaveLength(0)
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '取消预约' }))
  expect(await screen.findByText('已取消', { selector: '.badge' })).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '再约一次' })).toBeInTheDocument()
})

test('one checks in by the hall’s code; a wrong one is said beside it', async () => {
  const ticket = { id: 't1', number: 12, label: '12', state: 'waiting' as const, before: 3, window: null }
  answerWith({
    ...shown({ allowedActions: ['check-in'] }),
    'bookings.check-in': ({ data }) =>
      (data as { hallCode: string }).hallCode === '3071'
        ? {
            statusCode: 200,
            data: booking({ status: 'checked_in', version: 2, allowedActions: [], ticket }),
          }
        : problem(422, 'invalid_content', '签到码不对', [{ path: 'hallCode', code: 'wrong', message: '签到码不对' }]),
  })
  render(<BookingPage />)
  await screen.findByText('482913')
  await press('签到')
  expect(screen.getByText(/把签到码填在这里/)).toBeInTheDocument()
  await userEvent.type(screen.getByLabelText(/大厅今天的签到码/), '1111')
  await press('签到')
  expect((await screen.findAllByText('签到码不对')).length).toBeGreaterThan(0)
  await userEvent.clear(screen.getByLabelText(/大厅今天的签到码/))
  await userEvent.type(screen.getByLabelText(/大厅今天的签到码/), '3071')
  await press('签到')
  expect(await screen.findByText('前面还有 3 人')).toBeInTheDocument()
})

test('whoever lost the place to new hours is offered others, one tap each', async () => {
  answerWith({
    ...shown({
      displaced: { reason: '系统升级，上午不办理', isHallClosed: false, offers: ['2099-11-27T09:00:00+08:00'] },
    }),
    'bookings.move': ok<'bookings.move'>(booking({ start: '2099-11-27T09:00:00+08:00', version: 2 })),
  })
  render(<BookingPage />)
  expect(await screen.findByText('系统升级，上午不办理')).toBeInTheDocument()
  await press(/^换到 2099/)
  await waitFor(() => expect(sentTo('bookings.move')[0]?.data).toEqual({ start: '2099-11-27T09:00:00+08:00' }))
  await waitFor(() => expect(screen.queryByText('系统升级，上午不办理')).not.toBeInTheDocument())
})

test('the hall is closed: no other time there, but other halls that handle the same', async () => {
  answerWith(shown({ displaced: { reason: '大厅停用了', isHallClosed: true, offers: [] } }))
  render(<BookingPage />)
  expect(await screen.findByText('大厅停用了，请换一个大厅')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '看别的时间' })).not.toBeInTheDocument()
  expect(screen.getByRole('button', { name: '找能办这件事的大厅' })).toBeInTheDocument()
})

test('a visit is rated once', async () => {
  answerWith({
    ...shown({ status: 'finished', allowedActions: ['rate'] }),
    'bookings.rate': ok<'bookings.rate'>(booking({ status: 'finished', stars: 5, version: 2, allowedActions: [] })),
  })
  render(<BookingPage />)
  await screen.findByRole('radio', { name: /5 星/ })
  await press('提交评价')
  expect(screen.getByText('请先点一颗星')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('radio', { name: /5 星/ }))
  await press('提交评价')
  expect(await screen.findByText('你评了 5 星，谢谢')).toBeInTheDocument()
  expect(sentTo('bookings.rate')[0]?.data).toEqual({ stars: 5, reasons: [] })
})

test('called: the number is large, with the window to go to', async () => {
  const ticket = { id: 't1', number: 12, label: '优12', state: 'called' as const, before: 0, window: 2 }
  answerWith(shown({ status: 'checked_in', ticket, allowedActions: [] }))
  render(<BookingPage />)
  expect(await screen.findByText('优12')).toBeInTheDocument()
  expect(screen.getByText('叫到你了，请到 2 号窗口')).toBeInTheDocument()
})

test('while waiting the rule of who goes first is in sight', async () => {
  const ticket = { id: 't1', number: 12, label: '12', state: 'waiting' as const, before: 3, window: null }
  answerWith(shown({ status: 'checked_in', ticket, allowedActions: [] }))
  render(<BookingPage />)
  expect(await screen.findByText(/老年人、残疾人优先叫号/)).toBeInTheDocument()
})
