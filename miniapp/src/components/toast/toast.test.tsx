import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { elder } from '@/platform/elder'
import { say } from '@/platform/messages'
import { Toast } from './toast'

const isBrowser = () => document.getElementById('said') !== null

/** Both sides: a region of the page on WeChat, one beside all pages in a browser. */
function open() {
  render(<Toast />)
  act(() => say('已接单'))
}
const region = () => screen.getAllByRole('status').find(({ textContent }) => textContent !== '')

beforeEach(() => {
  jest.useFakeTimers()
  elder.turn(false)
})
afterEach(() => {
  act(() => jest.runAllTimers())
  jest.useRealTimers()
})

test('says a word politely for a moment', () => {
  open()
  expect(region()).toHaveTextContent('已接单')
  act(() => jest.advanceTimersByTime(2400))
  expect(region()).toBeDefined()
  act(() => jest.advanceTimersByTime(200))
  expect(region()).toBeUndefined()
})

test('stays twice as long in elder mode', () => {
  elder.turn(true)
  open()
  act(() => jest.advanceTimersByTime(4900))
  expect(region()).toHaveTextContent('已接单')
})

test('what can be undone stays for ten seconds, and is undone once', async () => {
  const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime })
  const run = jest.fn()
  render(<Toast />)
  act(() => say('已停用', { word: '撤销', run }))
  act(() => jest.advanceTimersByTime(9900))
  await user.click(screen.getByRole('button', { name: '撤销' }))
  expect(run).toHaveBeenCalledTimes(1)
  expect(screen.queryByRole('button', { name: '撤销' })).not.toBeInTheDocument()
})

test('a new word takes the place of the one before, with its undoing', () => {
  render(<Toast />)
  act(() => say('已停用', { word: '撤销', run: jest.fn() }))
  act(() => say('已改好'))
  expect(region()).toHaveTextContent('已改好')
  expect(screen.queryByRole('button', { name: '撤销' })).not.toBeInTheDocument()
})

test('in a browser it waits for whoever is at it, and gives the focus back', async () => {
  const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime })
  render(<input aria-label="前面" />)
  act(() => say('已停用', { word: '撤销', run: jest.fn() }))
  if (!isBrowser()) return
  await user.click(screen.getByLabelText('前面'))
  await user.tab({ shift: true })
  expect(screen.getByRole('button', { name: '撤销' })).toHaveFocus()
  act(() => jest.advanceTimersByTime(60_000))
  await user.keyboard('{Enter}')
  expect(screen.getByLabelText('前面')).toHaveFocus()
})
