import type { Readable } from 'node:stream'
import { BoardHub } from './board-hub'

const answerOf = (content: string, etag = content) => ({
  ...{ body: Buffer.from(content), gzip: Buffer.alloc(0), type: 'application/json' },
  ...{ etag, maxAgeSeconds: 2 },
})
const [here, there] = ['192.0.2.1', '192.0.2.2']
const errors: unknown[] = []
const hubs: BoardHub[] = []

function hubOf(options: Partial<ConstructorParameters<typeof BoardHub>[0]> = {}) {
  const hub = new BoardHub({
    answerFor: () => Promise.resolve(answerOf('{"year":2026}')),
    onError: (error) => errors.push(error),
    ...options,
  })
  hubs.push(hub)
  const follow = (address = here, lastEventId = '') => hub.open('610303', { address, lastEventId })
  return { hub, follow }
}
const closed = (stream: Readable) => new Promise((resolve) => stream.once('close', resolve).destroy())

beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] }))
afterEach(() => {
  for (const hub of hubs.splice(0)) hub.close()
  expect(jest.getTimerCount()).toBe(0)
  jest.useRealTimers()
  expect(errors.splice(0)).toEqual([])
})

test('an address has a bound of its own, and gets a place back when a stream ends', async () => {
  const { hub, follow } = hubOf({ limitOfAddress: 2 })
  const first = await follow()
  await follow()
  await expect(follow()).rejects.toMatchObject({ code: 'too_many_requests', extra: { retryAfterSeconds: 30 } })
  await follow(there)
  expect(hub.streams).toBe(3)
  await closed(first)
  await follow()
  expect(hub.streams).toBe(3)
})

test('a process has a bound, which those who come together cannot pass', async () => {
  const { hub, follow } = hubOf({ limit: 5 })
  const came = await Promise.allSettled(Array.from({ length: 9 }, (_, each) => follow(`192.0.2.${each}`)))
  const refused = came.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
  expect(hub.streams).toBe(5)
  expect(refused).toHaveLength(4)
  for (const reason of refused) {
    expect(reason).toMatchObject({ code: 'unavailable', extra: { retryAfterSeconds: expect.any(Number) as unknown } })
  }
})

test('a board that cannot be worked out takes no place', async () => {
  const { hub, follow } = hubOf({ answerFor: () => Promise.reject(new Error('away')), limitOfAddress: 1 })
  for (let each = 0; each < 3; each++) await expect(follow()).rejects.toThrow('away')
  expect(hub.streams).toBe(0)
})

test('a client that does not read is let go, and the others are not', async () => {
  let round = 0
  const big = 'x'.repeat(100_000)
  const { hub, follow } = hubOf({ answerFor: () => Promise.resolve(answerOf(big, `e${(round += 1)}`)) })
  const [deaf, reader] = [await follow(), await follow()]
  let heard = 0
  reader.on('data', (part: Buffer) => (heard += part.length))
  for (let second = 0; second < 6; second++) {
    await jest.advanceTimersByTimeAsync(1_000)
    await new Promise((next) => setImmediate(next))
  }
  expect([deaf.destroyed, reader.destroyed, hub.streams]).toEqual([true, false, 1])
  expect(heard).toBeGreaterThan(600_000)
})

test('whoever has the present board is sent nothing but beats', async () => {
  const { follow } = hubOf()
  const stream = await follow(here, '{"year":2026}')
  const parts: string[] = []
  stream.on('data', (part: Buffer) => parts.push(part.toString('utf8')))
  await jest.advanceTimersByTimeAsync(15_000)
  expect(parts.join('')).toBe('retry: 3000\n\nevent: beat\ndata: 1\n\n')
})

test('one that is closed takes nobody, and ends who came while it closed', async () => {
  let answer: (value: ReturnType<typeof answerOf>) => void = () => undefined
  const { hub, follow } = hubOf({ answerFor: () => new Promise((resolve) => (answer = resolve)) })
  const early = follow()
  answer(answerOf('{}'))
  await early
  const late = follow()
  hub.close()
  answer(answerOf('{}'))
  await expect(follow()).rejects.toMatchObject({ code: 'unavailable' })
  for (const stream of await Promise.all([early, late])) {
    const isOver = new Promise((resolve) => stream.once('close', resolve))
    stream.resume()
    await isOver
  }
  expect(hub.streams).toBe(0)
})
