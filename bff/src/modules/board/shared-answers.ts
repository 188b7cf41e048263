import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { SharedAnswer } from '../../http/send-answer'
import { factsWritten } from '../../outbox/write-outbox'

const pack = promisify(gzip)

/** What was worked out last for a key. */
interface Kept {
  readonly answer: SharedAnswer
  /** Milliseconds of a clock that only goes forward. */
  readonly at: number
  /** Facts that this process had written, and the newest that any process had, when it was begun. */
  readonly facts: number
  readonly newest: string
}

interface Options {
  /** The newest fact that any process has written. */
  readonly newestFact: () => Promise<string>
  /** Seconds for which clients and proxies need not ask again. */
  readonly maxAgeSeconds: number
  readonly ms?: () => number
}

/** How often another process is looked out for, and after which time everything is worked out anew, in milliseconds. */
const [lookOutMs, oldestMs] = [1_000, 30_000]
/** Working out may take a fifth of the time; what was not used is kept for a burst, in milliseconds. */
const [share, mostSaved] = [0.2, 500]
/** Answers kept: every org of a district, for some years. */
const most = 500

/** What is to be sent, and what of it makes it another answer. */
export interface Computed {
  readonly body: string
  /** Without the time at which it was worked out. */
  readonly content: string
  readonly type: string
  readonly fileName?: string
}

/**
 * Answers that everybody shares: worked out once however many ask, and again when something happened. A fact of this
 * process shows at once; one of another process within a second; what only time changes within half a minute. When facts
 * come faster than they can be worked out, what is there is shown a little longer, so that reading costs a bounded part
 * of the processor.
 */
export class SharedAnswers {
  private readonly kept = new Map<string, Kept>()
  private readonly underWay = new Map<string, Promise<SharedAnswer>>()
  private newest: { id: string; at: number } = { id: '', at: -Infinity }
  private saved = { ms: mostSaved, at: 0 }
  private readonly ms: () => number

  constructor(private readonly options: Options) {
    this.ms = options.ms ?? (() => performance.now())
  }

  /** How many are kept: for tests. */
  get size(): number {
    return this.kept.size
  }

  /** The answer for a key. Throws what `compute` throws; nothing of that is kept. */
  async get(key: string, compute: () => Promise<Computed>): Promise<SharedAnswer> {
    const kept = this.kept.get(key)
    if (kept && (await this.isCurrent(kept))) return kept.answer
    const running = this.underWay.get(key)
    if (running) return running
    const begun = this.work(key, compute).finally(() => this.underWay.delete(key))
    this.underWay.set(key, begun)
    return begun
  }

  private async isCurrent({ at, facts, newest }: Kept): Promise<boolean> {
    if (this.savings() <= 0) return true
    if (this.ms() - at > oldestMs || facts !== factsWritten()) return false
    return newest === (await this.lookOut())
  }

  /** How many milliseconds may be spent now. */
  private savings(): number {
    const now = this.ms()
    const ms = Math.min(mostSaved, this.saved.ms + (now - this.saved.at) * share)
    this.saved = { ms, at: now }
    return ms
  }

  private async lookOut(): Promise<string> {
    if (this.ms() - this.newest.at < lookOutMs) return this.newest.id
    // Set before it is asked, so that those who come meanwhile do not ask too.
    this.newest = { ...this.newest, at: this.ms() }
    const id = await this.options.newestFact()
    this.newest = { id, at: this.ms() }
    return id
  }

  private async work(key: string, compute: () => Promise<Computed>): Promise<SharedAnswer> {
    const [begun, facts] = [this.ms(), factsWritten()]
    const newest = await this.options.newestFact()
    this.newest = { id: newest, at: begun }
    const { body, content, ...rest } = await compute()
    const bytes = Buffer.from(body, 'utf8')
    const etag = createHash('sha256').update(content).digest('base64url').slice(0, 22)
    const answer = { ...rest, body: bytes, gzip: await pack(bytes), etag, maxAgeSeconds: this.options.maxAgeSeconds }
    const at = this.ms()
    this.kept.delete(key)
    this.kept.set(key, { answer, at, facts, newest })
    this.saved = { ms: this.savings() - (at - begun), at }
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= most) break
      this.kept.delete(oldest)
    }
    return answer
  }
}
