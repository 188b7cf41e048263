import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { answerWith, ok, problem, sentTo, signInAs } from '../../../../test/api-double'
import { booking, hall, hold, slot, waitEntry } from '../../../../test/booking-double'
import { openedWith } from '../../../../test/taro'
import { session } from '@/platform/session'
import BookPage from './index'

const nine = slot('2026-11-26T09:00:00+08:00', '2026-11-26T09:30:00+08:00', 2)
const ten = slot('2026-11-26T10:00:00+08:00', '2026-11-26T10:30:00+08:00', 0, { waiting: 1 })
const answers = {
  'halls.show': ok<'halls.show'>(hall()),
  'halls.slots': ok<'halls.slots'>({
    ...{ items: [nine, ten], closed: [{ date: '2026-11-27', reason: '系统升级' }] },
    ...{ bookableThrough: '2026-12-09', isCalendarKnown: true },
  }),
  'holds.create': ok<'holds.create'>(hold),
  'holds.release': () => ({ statusCode: 204, data: null }),
  'bookings.create': ok<'bookings.create'>(booking()),
}
const user = userEvent.setup({ advanceTimers: (ms) => jest.advanceTimersByTime(ms) })
const press = (name: string | RegExp) => user.click(screen.getByRole('button', { name }))

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-25T10:00:00+08:00') })
  signInAs()
  openedWith({ hall: 'h1', item: 'i1' })
  answerWith(answers)
})
afterEach(() => jest.useRealTimers())

async function pickDay() {
  render(<BookPage />)
  await user.click(await screen.findByRole('button', { name: /11 月 26 日 周四，还有 2 个空位/ }))
}

test('a place is kept while one fills in, and won with it', async () => {
  await pickDay()
  await press('09:00–09:30，还有 2 个空位')
  expect(await screen.findByText('5:00')).toBeInTheDocument()
  expect(sentTo('holds.create')[0]?.data).toEqual({ hallId: 'h1', itemId: 'i1', start: nine.start })
  await user.click(screen.getByRole('checkbox', { name: /身份证/ }))
  expect(screen.getByText('要带的都备好了')).toBeInTheDocument()
  await press('确认预约')
  await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalled())
  const { holdId, priority, person } = sentTo('bookings.create')[0]?.data as Record<string, unknown>
  expect([holdId, priority, person]).toEqual(['hold1', 'none', undefined])
  expect(jest.mocked(Taro.redirectTo).mock.calls[0]?.[0].url).toContain('id=b1&new=1')
})

test('for someone else it wants name, relation and their consent', async () => {
  await pickDay()
  await press('09:00–09:30，还有 2 个空位')
  await user.click(await screen.findByRole('radio', { name: '家里人' }))
  await press('确认预约')
  expect(screen.getByText('请填写对方的姓名')).toBeInTheDocument()
  expect(sentTo('bookings.create')).toHaveLength(0)
  await user.type(screen.getByLabelText(/^对方的姓名/), '李四')
  await user.type(screen.getByLabelText(/^你和对方的关系/), '女儿')
  await user.click(screen.getByRole('checkbox', { name: /对方知道/ }))
  await press('确认预约')
  await waitFor(() => expect(sentTo('bookings.create')).toHaveLength(1))
  expect(sentTo('bookings.create')[0]?.data).toMatchObject({
    person: { name: '李四', relation: '女儿', consent: true },
  })
})

test('a hold that is over says so and leads back to the times', async () => {
  await pickDay()
  await press('09:00–09:30，还有 2 个空位')
  await screen.findByText('5:00')
  act(() => jest.advanceTimersByTime(301_000))
  expect(screen.getByRole('alert')).toHaveTextContent('保留时间到了')
  await press('重新选时间')
  expect(await screen.findByRole('button', { name: /11 月 26 日/ })).toBeInTheDocument()
})

test('turning back gives the place to others at once', async () => {
  await pickDay()
  await press('09:00–09:30，还有 2 个空位')
  await screen.findByText('5:00')
  await press('换个时间')
  await waitFor(() => expect(sentTo('holds.release')).toHaveLength(1))
})

test('who was a moment too late is told, and sees what is left now', async () => {
  answerWith({ ...answers, 'holds.create': () => problem(409, 'lost_race', '这个时段刚被约满，请换一个') })
  await pickDay()
  await press('09:00–09:30，还有 2 个空位')
  expect(await screen.findByText('这个时段刚被约满，请换一个')).toBeInTheDocument()
  await waitFor(() => expect(sentTo('halls.slots').length).toBeGreaterThan(1))
})

test('a full time can be waited for', async () => {
  answerWith({ ...answers, 'waitlist.join': ok<'waitlist.join'>(waitEntry()) })
  await pickDay()
  await press('10:00–10:30，约满了，1 人在候补')
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '候补' }))
  await waitFor(() => expect(sentTo('waitlist.join')).toHaveLength(1))
  expect(jest.mocked(Taro.navigateTo).mock.calls[0]?.[0].url).toContain('tab=wait')
})

test('the agreement is asked for where it is wanted, and the place is kept after it', async () => {
  let isAgreed = false
  answerWith({
    ...answers,
    'holds.create': (sent) =>
      isAgreed ? answers['holds.create'](sent) : problem(403, 'consent_needed', '请先同意隐私说明'),
    'consents.give': () => {
      isAgreed = true
      return { statusCode: 201, data: {} }
    },
  })
  await pickDay()
  await press('09:00–09:30，还有 2 个空位')
  await user.click(await screen.findByRole('button', { name: '同意并提交' }))
  expect(await screen.findByText('5:00')).toBeInTheDocument()
})

test('moving asks once more, and sends the version that was seen', async () => {
  openedWith({ hall: 'h1', item: 'i1', move: 'b1' })
  answerWith({
    ...answers,
    'bookings.show': ok<'bookings.show'>(booking({ start: '2026-11-26T14:00:00+08:00', version: 4 })),
    'bookings.move': ok<'bookings.move'>(booking({ version: 5 })),
  })
  await pickDay()
  expect(screen.getByText(/原来的位置一直为你留着/)).toBeInTheDocument()
  await press('09:00–09:30，还有 2 个空位')
  await press('改到这个时间')
  await waitFor(() => expect(sentTo('bookings.move')).toHaveLength(1))
  expect(sentTo('bookings.move')[0]?.header['if-match']).toBe('"4"')
  expect(sentTo('holds.create')).toHaveLength(0)
})

test('whoever is not signed in sees the free times, and signs in to take one', async () => {
  session.end()
  await pickDay()
  await press('09:00–09:30，还有 2 个空位')
  expect(sentTo('holds.create')).toHaveLength(0)
  expect(jest.mocked(Taro.navigateTo).mock.calls[0]?.[0].url).toContain('sign-in')
})
