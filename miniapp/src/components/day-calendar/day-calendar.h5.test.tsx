import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { elder } from '@/platform/elder'
import { bookingDays, rangeAround, turned } from '@/words/booking-days'
import { DayCalendar } from './day-calendar'

const slot = (date: string, left: number) => ({
  ...{ start: `${date}T09:00:00+08:00`, end: `${date}T09:30:00+08:00` },
  ...{ capacity: 8, left, waiting: 0 },
})
const answer = {
  items: [slot('2026-11-25', 2), slot('2026-11-26', 8), slot('2026-11-27', 0), slot('2026-12-01', 5)],
  closed: [{ date: '2026-11-28', reason: '系统升级' }],
  ...{ bookableThrough: '2026-12-09', isCalendarKnown: true },
}
const picked = jest.fn()

function Live() {
  const [anchor, setAnchor] = useState('2026-11-25')
  const [value, setValue] = useState<string>()
  return (
    <DayCalendar
      label="选一天"
      days={bookingDays(answer, rangeAround(anchor, 'month'), '2026-11-25')}
      value={value}
      today="2026-11-25"
      onPick={(date) => {
        setValue(date)
        picked(date)
      }}
      onTurn={(step) => setAnchor(turned(anchor, 'month', step))}
    />
  )
}
afterEach(() => elder.turn(false))

test('every day says in words what is free on it', () => {
  render(<Live />)
  expect(screen.getByRole('grid', { name: '选一天' })).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '今天，11 月 25 日 周三，还有 2 个空位' })).toHaveTextContent('余 2')
  expect(screen.getByRole('button', { name: '11 月 27 日 周五，约满了，可以候补' })).toHaveTextContent('满')
  expect(screen.getByRole('button', { name: /11 月 28 日 周六，不办理：系统升级/ })).toHaveTextContent('休')
  expect(screen.getByRole('button', { name: /11 月 24 日/ })).toHaveAttribute('aria-disabled', 'true')
})

test('the keyboard stops once, goes from day to day, and turns the month', async () => {
  render(<Live />)
  await userEvent.tab()
  expect(screen.getByRole('button', { name: /^今天/ })).toHaveFocus()
  await userEvent.keyboard('{ArrowRight}')
  expect(screen.getByRole('button', { name: /11 月 26 日/ })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(picked).toHaveBeenLastCalledWith('2026-11-26')
  await userEvent.keyboard('{Home}')
  expect(screen.getByRole('button', { name: /11 月 23 日/ })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(picked).toHaveBeenCalledTimes(1)
  await userEvent.keyboard('{PageDown}')
  expect(screen.getByRole('button', { name: /12 月 1 日/ })).toHaveFocus()
  await userEvent.tab()
  expect(document.body).toHaveFocus()
})

test('in elder mode the days stand below each other in whole words, without those that are over', async () => {
  elder.turn(true)
  render(<Live />)
  expect(screen.queryByRole('grid')).not.toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /11 月 24 日/ })).not.toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '11 月 26 日 周四，还有 8 个空位' }))
  expect(picked).toHaveBeenLastCalledWith('2026-11-26')
})
