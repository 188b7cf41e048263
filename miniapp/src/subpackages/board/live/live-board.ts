import type { EventChannel } from '@/platform/event-source.types'

/**
 * `polled`: there is no stream to be had, so it is asked for again and again. `away`: what is shown is the last that is
 * known, and it is being tried again.
 */
export type LiveState = 'connecting' | 'live' | 'polled' | 'away'

interface Options<Board> {
  /** Null where there are no streams. */
  readonly open: (() => EventChannel) | null
  /** The present board, for as long as there is no stream. */
  readonly ask: () => Promise<Board>
  readonly onBoard: (board: Board) => void
  readonly onState: (state: LiveState) => void
  /** 0–1; spreads those who lost the same server. */
  readonly random?: () => number
}

/** Milliseconds: the first wait, the longest, and after which silence a connection counts as broken. */
const [firstWait, longestWait, silence] = [1_000, 30_000, 40_000]

/**
 * Follows a live board for weeks: one connection at a time, one timer at a time, nothing kept of what came before. A
 * connection that breaks, or says nothing although it should, is opened again after a time that grows with each failure.
 * Where a second one fails too, or is refused because there are too many, the board is asked for in between.
 */
export class LiveBoard<Board> {
  private channel: EventChannel | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private failures = 0
  private state: LiveState | undefined
  private isStopped = false

  constructor(private readonly options: Options<Board>) {}

  start(): void {
    if (this.isStopped) return
    if (this.failures === 0) this.say('connecting')
    const { open } = this.options
    if (!open) return this.poll()
    const channel = open()
    this.channel = channel
    channel.addEventListener('board', ({ data }) => this.take(channel, data))
    channel.addEventListener('beat', () => this.hear(channel))
    channel.onopen = () => this.hear(channel)
    channel.onerror = () => this.fail(channel)
    this.wait(silence, () => this.fail(channel))
  }

  stop(): void {
    this.isStopped = true
    this.drop()
  }

  private take(channel: EventChannel, data: string): void {
    if (channel !== this.channel) return
    let board: Board
    try {
      board = JSON.parse(data) as Board
    } catch {
      // Cut off on its way.
      return this.fail(channel)
    }
    this.hear(channel)
    this.options.onBoard(board)
  }

  private hear(channel: EventChannel): void {
    if (channel !== this.channel) return
    this.failures = 0
    this.say('live')
    this.wait(silence, () => this.fail(channel))
  }

  private fail(channel: EventChannel): void {
    if (channel !== this.channel || this.isStopped) return
    this.drop()
    const { random = Math.random } = this.options
    const wait = Math.min(longestWait, firstWait * 2 ** Math.min(this.failures, 5))
    this.failures += 1
    if (this.failures === 1) this.say('away')
    else this.ask()
    this.wait(wait * (0.5 + random() / 2), () => this.start())
  }

  /** Without streams; the first board was asked for by whoever opened the page. */
  private poll(): void {
    const { random = Math.random } = this.options
    this.wait(longestWait * (0.5 + random() / 2), () => {
      this.failures += 1
      this.ask()
      this.poll()
    })
  }

  /** An answer that comes after the next one was asked for, or after a stream is back, is none. */
  private ask(): void {
    const asked = this.failures
    const isOver = () => this.isStopped || this.failures !== asked
    this.options.ask().then(
      (board) => {
        if (isOver()) return
        this.say('polled')
        this.options.onBoard(board)
      },
      () => {
        if (!isOver()) this.say('away')
      },
    )
  }

  private drop(): void {
    clearTimeout(this.timer)
    const { channel } = this
    this.channel = null
    if (!channel) return
    channel.onopen = null
    channel.onerror = null
    channel.close()
  }

  private wait(ms: number, then: () => void): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(then, ms)
  }

  private say(state: LiveState): void {
    if (state === this.state) return
    this.state = state
    this.options.onState(state)
  }
}
