import { bookingDays, dayWords, rangeAround, turned, weeksOf } from './booking-days'

test('weeks begin on Monday, months end where they end, also in December and February', () => {
  expect(rangeAround('2026-11-29', 'week')).toEqual({ from: '2026-11-23', to: '2026-11-29' })
  expect(rangeAround('2026-12-15', 'month')).toEqual({ from: '2026-12-01', to: '2026-12-31' })
  expect(rangeAround('2028-02-29', 'month')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
})

test('one turns to the range before and after, over the year’s end', () => {
  expect(turned('2026-12-15', 'month', 1)).toBe('2027-01-01')
  expect(turned('2027-01-01', 'month', -1)).toBe('2026-12-31')
  expect(turned('2026-11-29', 'week', 1)).toBe('2026-11-30')
})

test('a slot counts for its day in China, whatever zone its time is written in', () => {
  const slot = { start: '2026-11-25T23:30:00Z', end: '2026-11-26T00:00:00Z', capacity: 2, left: 2, waiting: 0 }
  const answer = { items: [slot], closed: [], bookableThrough: '2026-11-30', isCalendarKnown: true }
  const days = bookingDays(answer, { from: '2026-11-25', to: '2026-11-26' }, '2026-11-25')
  expect(days.map(({ mark }) => mark)).toEqual(['', '余 2'])
})

test('beyond the last day that can be booked nothing is offered', () => {
  const answer = { items: [], closed: [], bookableThrough: '2026-11-25', isCalendarKnown: true }
  const [day] = bookingDays(answer, { from: '2026-11-26', to: '2026-11-26' }, '2026-11-25')
  expect(day).toMatchObject({ canPick: false, words: `${dayWords('2026-11-26')}，还没开放预约` })
})

test('a week has seven cells, whatever day its month begins on', () => {
  const answer = { items: [], closed: [], bookableThrough: '2026-11-30', isCalendarKnown: true }
  const weeks = weeksOf(bookingDays(answer, rangeAround('2026-11-25', 'month'), '2026-11-25'))
  expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7])
  expect(weeks[0]?.map((day) => day?.date ?? null)).toEqual([null, null, null, null, null, null, '2026-11-01'])
})
