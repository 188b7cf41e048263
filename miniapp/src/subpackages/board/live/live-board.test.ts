import v8 from 'node:v8'
import vm from 'node:vm'
import { LiveBoard, type LiveState } from './live-board'

type Listener = (event: { data: string }) => void

/** A stream that the test speaks through. */
class FakeChannel {
  static open = 0
  onopen: (() => void) | null = null
  onerror: (() => void) | null = null
  isClosed = false
  private readonly listeners = new Map<string, Listener>()

  constructor() {
    FakeChannel.open += 1
  }
  addEventListener(type: string, listener: Listener): void {
    this.listeners.set(type, listener)
  }
  close(): void {
    if (!this.isClosed) FakeChannel.open -= 1
    this.isClosed = true
  }
  emit(type: string, data = ''): void {
    this.listeners.get(type)?.({ data })
  }
}

function follow(hasStreams = true) {
  const channels: FakeChannel[] = []
  const asked: { answer: (board: unknown) => void; refuse: () => void }[] = []
  const open = () => {
    const channel = new FakeChannel()
    // Only the last is kept, as a browser would.
    channels.splice(0, channels.length, channel)
    return channel
  }
  const boards: unknown[] = []
  const states: LiveState[] = []
  const live = new LiveBoard<unknown>({
    open: hasStreams ? open : null,
    ask: () =>
      new Promise((answer, refuse) =>
        asked.splice(0, asked.length, { answer, refuse: () => refuse(new Error('away')) }),
      ),
    onBoard: (board) => void boards.splice(0, boards.length, board),
    onState: (state) => void states.push(state),
    random: () => 1,
  })
  live.start()
  return { live, boards, states, asked, channel: () => channels[0] as FakeChannel }
}

beforeEach(() => {
  FakeChannel.open = 0
  jest.useFakeTimers()
})
afterEach(() => jest.useRealTimers())

test('shows each board, and says that it is live', () => {
  const { live, boards, states, channel } = follow()
  channel().onopen?.()
  channel().emit('board', '{"year":2026}')
  expect([boards, states]).toEqual([[{ year: 2026 }], ['connecting', 'live']])
  live.stop()
  expect([FakeChannel.open, jest.getTimerCount()]).toEqual([0, 0])
})

test('a break is said, and mended after waits that grow up to half a minute', () => {
  const { live, states, channel } = follow()
  channel().onopen?.()
  const waits: number[] = []
  for (let round = 0; round < 7; round++) {
    const broken = channel()
    broken.onerror?.()
    expect(broken.isClosed).toBe(true)
    let waited = 0
    while (channel() === broken) {
      jest.advanceTimersByTime(500)
      waited += 500
    }
    waits.push(waited)
  }
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
  channel().emit('board', '{}')
  expect(states).toEqual(['connecting', 'live', 'away', 'live'])
  channel().onerror?.()
  jest.advanceTimersByTime(1_000)
  expect(FakeChannel.open).toBe(1)
  live.stop()
})

test('a connection that falls silent, or brings nonsense, is opened anew', () => {
  const { live, states, channel } = follow()
  const first = channel()
  first.onopen?.()
  jest.advanceTimersByTime(39_000)
  first.emit('beat')
  jest.advanceTimersByTime(39_000)
  expect(channel()).toBe(first)
  jest.advanceTimersByTime(2_000)
  expect(first.isClosed).toBe(true)
  jest.advanceTimersByTime(1_000)
  const second = channel()
  second.emit('board', '{"half')
  expect(second.isClosed).toBe(true)
  expect(states).toEqual(['connecting', 'live', 'away'])
  live.stop()
})

test('what a closed connection still says is not heard', () => {
  const { live, boards, channel } = follow()
  const old = channel()
  old.onerror?.()
  old.emit('board', '{"year":1}')
  expect(boards).toEqual([])
  live.stop()
  jest.advanceTimersByTime(60_000)
  expect(FakeChannel.open).toBe(0)
})

/** Lets the answers that were given arrive. */
const arrive = () => jest.advanceTimersByTimeAsync(0)

test('refused again, it asks in between, and says so; back on a stream, nothing that was asked is heard', async () => {
  const { live, boards, states, asked, channel } = follow()
  channel().onerror?.()
  expect(asked).toHaveLength(0)
  jest.advanceTimersByTime(1_000)
  channel().onerror?.()
  asked[0]?.answer({ year: 1 })
  await arrive()
  expect([boards, states]).toEqual([[{ year: 1 }], ['connecting', 'away', 'polled']])
  jest.advanceTimersByTime(2_000)
  channel().onerror?.()
  asked[0]?.refuse()
  await arrive()
  expect(states.at(-1)).toBe('away')
  jest.advanceTimersByTime(4_000)
  channel().onerror?.()
  jest.advanceTimersByTime(8_000)
  channel().emit('board', '{"year":3}')
  asked[0]?.answer({ year: 2 })
  await arrive()
  expect([boards, states.at(-1)]).toEqual([[{ year: 3 }], 'live'])
  live.stop()
})

test('where there are no streams it asks every half minute', async () => {
  const { live, boards, states, asked } = follow(false)
  expect(asked).toHaveLength(0)
  jest.advanceTimersByTime(30_000)
  asked[0]?.answer({ year: 1 })
  await arrive()
  jest.advanceTimersByTime(30_000)
  asked[0]?.refuse()
  await arrive()
  expect([boards, states]).toEqual([[{ year: 1 }], ['connecting', 'polled', 'away']])
  expect([FakeChannel.open, jest.getTimerCount()]).toEqual([0, 1])
  live.stop()
  expect(jest.getTimerCount()).toBe(0)
})

test('10,000 updates and 100 reconnects leave the heap within a tenth, one connection and one timer', () => {
  v8.setFlagsFromString('--expose_gc')
  const collect = vm.runInNewContext('gc') as () => void
  const heap = () => {
    collect()
    collect()
    return process.memoryUsage().heapUsed
  }
  const { live, channel } = follow()
  const board = (round: number) =>
    JSON.stringify({ round, pledges: Array(10).fill({ title: '装路灯'.repeat(20), round }) })
  const run = (updates: number, reconnects: number) => {
    for (let update = 1; update <= updates; update++) {
      channel().emit('board', board(update))
      if (update % (updates / reconnects) !== 0) continue
      channel().onerror?.()
      jest.advanceTimersByTime(1_000)
    }
  }
  run(2_000, 20)
  const before = heap()
  run(10_000, 100)
  const grown = heap() - before
  expect(FakeChannel.open).toBe(1)
  expect(jest.getTimerCount()).toBe(1)
  expect(grown / before).toBeLessThan(0.1)
  live.stop()
})
