import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { watchNewBuild } from './new-build'

const chunkError = () => Object.assign(new Error('Loading chunk 12 failed.'), { name: 'ChunkLoadError' })
const styleError = () => Object.assign(new Error('Loading CSS chunk 12 failed.'), { code: 'CSS_CHUNK_LOAD_FAILED' })

/** @returns whether the browser was left to complain of it */
const fail = (reason: unknown) =>
  window.dispatchEvent(Object.assign(new Event('unhandledrejection', { cancelable: true }), { reason }))
const answers = (answer: () => Promise<unknown>) => Object.assign(window, { fetch: jest.fn(answer) })
const up = () => answers(() => Promise.resolve({ ok: true }))
const down = () => answers(() => Promise.reject(new TypeError('Failed to fetch')))

beforeAll(() => watchNewBuild())
beforeEach(() => document.getElementById('new-build')?.remove())

test.each([
  ['code', chunkError],
  ['style sheet', styleError],
])('a part of an earlier build that is gone (%s) is told once, with a way on', async (_, error) => {
  up()
  expect(fail(error())).toBe(false)
  fail(error())
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(/刚刚更新过.*点单写了一半的还在/))
  expect(screen.getAllByRole('alert')).toHaveLength(1)
  await userEvent.click(screen.getByRole('button', { name: '先留在这里' }))
  expect(screen.queryByRole('alert')).toBeNull()
  fail(error())
  expect(await screen.findByRole('button', { name: '重新打开' })).toBeInTheDocument()
})

test('without a network the page that is there stays, and it says why', async () => {
  down()
  fail(chunkError())
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('连不上，这一页没有打开'))
  await userEvent.click(screen.getByRole('button', { name: '重新打开' }))
  await waitFor(() => expect(window.fetch).toHaveBeenCalledTimes(2))
  expect(screen.getByRole('alert')).toHaveTextContent('连不上，这一页没有打开')
})

test('any other failure is left to whoever watches for it', () => {
  expect(fail(new Error('something else'))).toBe(true)
  expect(fail(undefined)).toBe(true)
  expect(screen.queryByRole('alert')).toBeNull()
})
