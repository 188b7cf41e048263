/** Numbers that are the same for the same seed, on every machine (mulberry32). */
export class Random {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** At least 0, less than 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = this.state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** Throws an Error when there is nothing to choose from. */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.next() * items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }

  /** One of several, the likelier the greater its weight; undefined when nothing weighs anything. */
  weighted<Item>(items: readonly (readonly [Item, number])[]): Item | undefined {
    const total = items.reduce((sum, [, weight]) => sum + weight, 0)
    let left = this.next() * total
    for (const [item, weight] of items) {
      left -= weight
      if (left < 0) return item
    }
    return undefined
  }

  /** Milliseconds that are mostly short and now and then long. @param mean in hours */
  wait(mean: number): number {
    return Math.round(-Math.log(1 - this.next()) * mean * 3_600_000) + 60_000
  }
}
