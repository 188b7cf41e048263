interface Touch<Item> {
  readonly at: number
  readonly item: Item
}

/** What is still to come, the earliest first (a binary heap). */
export class Timeline<Item> {
  private readonly heap: Touch<Item>[] = []

  get size(): number {
    return this.heap.length
  }

  /** When the next one comes, in milliseconds; Infinity when nothing does. */
  get nextAt(): number {
    return this.heap[0]?.at ?? Infinity
  }

  add(at: number, item: Item): void {
    this.heap.push({ at, item })
    for (let child = this.heap.length - 1; child > 0;) {
      const parent = (child - 1) >> 1
      if (this.at(parent) <= this.at(child)) return
      this.swap(parent, child)
      child = parent
    }
  }

  take(): Touch<Item> | undefined {
    const [first] = this.heap
    const last = this.heap.pop()
    if (first === undefined || last === undefined || this.heap.length === 0) return first
    this.heap[0] = last
    for (let parent = 0; ;) {
      const children = [2 * parent + 1, 2 * parent + 2]
      const least = children.reduce((best, child) => (this.at(child) < this.at(best) ? child : best), parent)
      if (least === parent) return first
      this.swap(parent, least)
      parent = least
    }
  }

  private at(index: number): number {
    return this.heap[index]?.at ?? Infinity
  }

  private swap(a: number, b: number): void {
    const [one, other] = [this.heap[a], this.heap[b]]
    if (one === undefined || other === undefined) return
    this.heap[a] = other
    this.heap[b] = one
  }
}
