import { PassThrough, type Readable } from 'node:stream'
import type { SharedAnswer } from '../../http/send-answer'
import { tooManyRequests, unavailable } from '../../errors'

/** Streams of one process at most: each holds a connection and a buffer. */
const mostStreams = 2_000
/** Of them for one address: a government network with a screen in each community leaves by one. */
const mostOfAddress = 300
/** Seconds after which one that was refused may try again; its page asks for the board meanwhile. */
const patienceSeconds = 30
/** Bytes that may wait for a client; one that does not read is let go, and comes back by itself. */
const mostWaiting = 256 * 1024
const [tickMs, heartbeatMs, retryMs] = [1_000, 15_000, 3_000]

interface Listener {
  readonly stream: PassThrough
  readonly address: string
  /** The event that it has. */
  etag: string
}

interface Options {
  readonly answerFor: (orgCode: string) => Promise<SharedAnswer>
  readonly onError: (error: unknown) => void
  readonly limit?: number
  readonly limitOfAddress?: number
}

interface Client {
  /** Where it comes from. */
  readonly address: string
  /** From `Last-Event-ID`: the event that it has. */
  readonly lastEventId: string
}

/**
 * Live boards: once a second each board that somebody watches is looked at, however many watch it, and sent to those who
 * have another one. What is sent is the whole board, so nothing is missed by whoever was away.
 */
export class BoardHub {
  private readonly boards = new Map<string, Set<Listener>>()
  /** How many each address holds, those included that are being opened. */
  private readonly ofAddress = new Map<string, number>()
  private total = 0
  private timer: NodeJS.Timeout | undefined
  private quietMs = 0
  private isTicking = false
  private isClosed = false

  constructor(private readonly options: Options) {}

  get streams(): number {
    return this.total
  }

  /**
   * A stream of events of one board, its present one first unless the client has it. Throws unavailable when there are
   * too many, too_many_requests when its address has too many, and what working out the board throws.
   */
  async open(orgCode: string, { address, lastEventId }: Client): Promise<Readable> {
    this.take(address)
    let answer: SharedAnswer
    try {
      answer = await this.options.answerFor(orgCode)
    } catch (error) {
      this.free(address)
      throw error
    }
    const stream = new PassThrough({ highWaterMark: mostWaiting })
    const listener: Listener = { stream, address, etag: lastEventId }
    stream.write(`retry: ${retryMs}\n\n`)
    tell(listener, answer)
    this.add(orgCode, listener)
    // It may have been closed while the board was worked out.
    if (this.isClosed) stream.end()
    return stream
  }

  /** Ends every stream; the clients come back to whoever listens then. */
  close(): void {
    this.isClosed = true
    for (const listeners of this.boards.values()) for (const { stream } of listeners) stream.end()
    clearInterval(this.timer)
    this.timer = undefined
  }

  /** A place is taken before anything is awaited: those who come together cannot all find the last one. */
  private take(address: string): void {
    const { limit = mostStreams, limitOfAddress = mostOfAddress } = this.options
    if (this.isClosed || this.total >= limit) throw unavailable()
    const held = this.ofAddress.get(address) ?? 0
    if (held >= limitOfAddress) throw tooManyRequests(patienceSeconds)
    this.ofAddress.set(address, held + 1)
    this.total += 1
  }

  private free(address: string): void {
    const held = (this.ofAddress.get(address) ?? 1) - 1
    if (held > 0) this.ofAddress.set(address, held)
    else this.ofAddress.delete(address)
    this.total -= 1
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
    if (listeners?.delete(listener)) this.free(listener.address)
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
