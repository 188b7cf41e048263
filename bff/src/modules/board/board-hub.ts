import { PassThrough, type Readable } from 'node:stream'
import type { SharedAnswer } from '../../http/bind'
import { unavailable } from '../../errors'

/** Streams of one process at most: each holds a connection and a buffer. */
const mostStreams = 2_000
/** Bytes that may wait for a client; one that does not read is let go, and comes back by itself. */
const mostWaiting = 256 * 1024
const [tickMs, heartbeatMs, retryMs] = [1_000, 15_000, 3_000]

interface Listener {
  readonly stream: PassThrough
  /** The event that it has. */
  etag: string
}

interface Options {
  readonly answerFor: (orgCode: string) => Promise<SharedAnswer>
  readonly onError: (error: unknown) => void
  readonly limit?: number
}

/**
 * Live boards: once a second each board that somebody watches is looked at, however many watch it, and sent to those who
 * have another one. What is sent is the whole board, so nothing is missed by whoever was away.
 */
export class BoardHub {
  private readonly boards = new Map<string, Set<Listener>>()
  private timer: NodeJS.Timeout | undefined
  private quietMs = 0
  private isTicking = false
  private isClosed = false

  constructor(private readonly options: Options) {}

  get streams(): number {
    let sum = 0
    for (const { size } of this.boards.values()) sum += size
    return sum
  }

  /**
   * A stream of events of one board, its present one first unless the client has it. Throws unavailable when there are
   * too many, and what working out the board throws.
   * @param lastEventId from `Last-Event-ID`
   */
  async open(orgCode: string, lastEventId: string): Promise<Readable> {
    if (this.isClosed || this.streams >= (this.options.limit ?? mostStreams)) throw unavailable()
    const answer = await this.options.answerFor(orgCode)
    const listener: Listener = { stream: new PassThrough({ highWaterMark: mostWaiting }), etag: lastEventId }
    listener.stream.write(`retry: ${retryMs}\n\n`)
    tell(listener, answer)
    this.add(orgCode, listener)
    return listener.stream
  }

  /** Ends every stream; the clients come back to whoever listens then. */
  close(): void {
    this.isClosed = true
    for (const listeners of this.boards.values()) for (const { stream } of listeners) stream.end()
    clearInterval(this.timer)
    this.timer = undefined
  }

  private add(orgCode: string, listener: Listener): void {
    const listeners = this.boards.get(orgCode) ?? new Set()
    this.boards.set(orgCode, listeners)
    listeners.add(listener)
    listener.stream.once('close', () => this.remove(orgCode, listener))
    // Its client is gone.
    listener.stream.on('error', () => listener.stream.destroy())
    this.timer ??= setInterval(() => void this.tick(), tickMs).unref()
  }

  private remove(orgCode: string, listener: Listener): void {
    const listeners = this.boards.get(orgCode)
    listeners?.delete(listener)
    if (listeners?.size === 0) this.boards.delete(orgCode)
    if (this.boards.size > 0) return
    clearInterval(this.timer)
    this.timer = undefined
  }

  private async tick(): Promise<void> {
    if (this.isTicking) return
    this.isTicking = true
    this.quietMs += tickMs
    const isBeat = this.quietMs >= heartbeatMs
    if (isBeat) this.quietMs = 0
    for (const [orgCode, listeners] of [...this.boards]) {
      const answer = await this.look(orgCode)
      for (const listener of [...listeners]) {
        if (answer) tell(listener, answer)
        if (isBeat) send(listener, 'event: beat\ndata: 1\n\n')
      }
    }
    this.isTicking = false
  }

  /** A board that cannot be worked out now leaves its watchers with what they have. */
  private async look(orgCode: string): Promise<SharedAnswer | undefined> {
    try {
      return await this.options.answerFor(orgCode)
    } catch (error) {
      this.options.onError(error)
      return undefined
    }
  }
}

function tell(listener: Listener, { body, etag }: SharedAnswer): void {
  if (listener.etag === etag) return
  listener.etag = etag
  send(listener, `id: ${etag}\nevent: board\ndata: ${body.toString('utf8')}\n\n`)
}

function send({ stream }: Listener, words: string): void {
  if (stream.writableEnded || stream.destroyed) return
  if (stream.writableLength + stream.readableLength > mostWaiting) stream.destroy()
  else stream.write(words)
}
