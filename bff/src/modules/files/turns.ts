import { tooManyRequests } from '../../errors'

/** How long someone is asked to wait who finds the queue full. */
const patienceSeconds = 5

/** Lets at most `limit` run at once for each key; the others wait in order, up to `maxWaiting` of them. */
export class Turns {
  private readonly byKey = new Map<string, { running: number; waiting: (() => void)[] }>()

  constructor(
    private readonly limit: number,
    private readonly maxWaiting: number,
  ) {}

  /** Throws too_many_requests, without running `work`, when too many wait already. */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const turns = this.byKey.get(key) ?? { running: 0, waiting: [] }
    this.byKey.set(key, turns)
    if (turns.running < this.limit) turns.running += 1
    else if (turns.waiting.length >= this.maxWaiting) throw tooManyRequests(patienceSeconds)
    else await new Promise<void>((start) => turns.waiting.push(start))
    try {
      return await work()
    } finally {
      const next = turns.waiting.shift()
      // The place is handed on rather than freed, so that a newcomer cannot slip in between.
      if (next) next()
      else turns.running -= 1
      if (turns.running === 0) this.byKey.delete(key)
    }
  }
}
