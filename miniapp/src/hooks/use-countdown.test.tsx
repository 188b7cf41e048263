import { act, render, screen } from '@testing-library/react'
import { useCountdown } from './use-countdown'

function Shown({ until }: { until: string | null }) {
  const { words, isOver } = useCountdown(until)
  return <p>{isOver ? '时间到了' : words}</p>
}

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-25T09:00:00+08:00') })
})
afterEach(() => jest.useRealTimers())

test('it counts five minutes down and ends', () => {
  render(<Shown until="2026-11-25T09:05:00+08:00" />)
  expect(screen.getByText('5:00')).toBeInTheDocument()
  act(() => jest.advanceTimersByTime(1000))
  expect(screen.getByText('4:59')).toBeInTheDocument()
  act(() => jest.advanceTimersByTime(299_000))
  expect(screen.getByText('时间到了')).toBeInTheDocument()
  expect(jest.getTimerCount()).toBe(0)
})

test('a telephone that slept shows what is really left', () => {
  render(<Shown until="2026-11-25T09:05:00+08:00" />)
  act(() => {
    jest.setSystemTime(new Date('2026-11-25T09:04:30+08:00'))
    jest.advanceTimersByTime(1000)
  })
  expect(screen.getByText('0:29')).toBeInTheDocument()
})
