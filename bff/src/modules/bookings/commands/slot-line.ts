/** What somebody in a line is told when they may leave it. */
export interface Turn {
  /** There is nothing left to wait for. */
  readonly isFull: boolean
  /** Somebody of this line has won: the slot is there. */
  readonly isThere: boolean
}

interface Line {
  /** How many are being served, at most `lanes`. */
  served: number
  isThere: boolean
  readonly waiting: ((turn: Turn) => void)[]
}

/** Two: while the one waits for the disk, the other has begun. The row of a slot lets through one at a time anyway. */
const lanes = 2

const lines = new Map<string, Line>()

/**
 * Waits in this process until there is a lane for `name`. Transactions that only wait for each other's row would take
 * the connections of everyone else. Whoever is told that it is full has not to leave again.
 */
export function enterLine(name: string): Promise<Turn> {
  const line = lines.get(name) ?? { served: 0, isThere: false, waiting: [] }
  lines.set(name, line)
  if (line.served < lanes) {
    line.served += 1
    return Promise.resolve({ isFull: false, isThere: line.isThere })
  }
  return new Promise((resolve) => line.waiting.push(resolve))
}

/** Makes room for the next; where it is full, everyone who waits is told at once. */
export function leaveLine(name: string, outcome: 'won' | 'full' | 'refused'): void {
  const line = lines.get(name)
  if (!line) return
  line.isThere ||= outcome === 'won'
  const { isThere } = line
  if (outcome === 'full') for (const tell of line.waiting.splice(0)) tell({ isFull: true, isThere })
  const next = line.waiting.shift()
  if (next) return next({ isFull: false, isThere })
  line.served -= 1
  if (line.served === 0) lines.delete(name)
}
