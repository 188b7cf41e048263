import { clockKinds, holderOf, type ClockKind } from './order-clocks'

/** A stretch of an order's history that somebody answered for. */
export interface HeldClock {
  readonly kind: ClockKind
  readonly holderCode: string
  readonly startedAt: Date
  /** Null while it runs. */
  readonly endedAt: Date | null
}

/** Whoever decides has the order, although the clocks of its community run on: there is no pause. */
const deciding = ['resolve_decline', 'resolve_escalation', 'claim'] as const satisfies readonly ClockKind[]
const working = [
  ...clockKinds.filter((kind) => holderOf(kind) === 'community' && kind !== 'rectify'),
  'contact' as const,
  'approve' as const,
]

/**
 * Who used how much of the time from `start` to `end`, by code of the holder.
 * @param measure working or plain minutes between two instants, as the resident's clock counts them
 */
export function timeUsed(
  clocks: readonly HeldClock[],
  start: Date,
  end: Date,
  measure: (from: Date, to: Date) => number,
): Map<string, number> {
  const edges = clocks
    .flatMap(({ startedAt, endedAt }) => [startedAt, endedAt ?? end])
    .map((edge) => Math.min(Math.max(edge.getTime(), start.getTime()), end.getTime()))
  const points = [...new Set([start.getTime(), ...edges, end.getTime()])].sort((a, b) => a - b)
  const used = new Map<string, number>()
  points.slice(1).forEach((to, index) => {
    const from = points[index] ?? to
    const holder = holderAt(clocks, from, to)
    if (holder !== undefined) used.set(holder, (used.get(holder) ?? 0) + measure(new Date(from), new Date(to)))
  })
  return used
}

function holderAt(clocks: readonly HeldClock[], from: number, to: number): string | undefined {
  const running = clocks.filter(
    ({ startedAt, endedAt }) => startedAt.getTime() <= from && (endedAt === null || endedAt.getTime() >= to),
  )
  const one = (kinds: readonly ClockKind[]) => running.find(({ kind }) => kinds.includes(kind))?.holderCode
  return one(deciding) ?? one(working)
}

/**
 * To whom an overdue of the resident's clock is charged: whoever used most of its time, so that nobody gains by passing
 * an order around; the earlier holder where two used the same. Null where nobody is left to charge.
 * @param exempt the present holder while its own clock is not over: that clock judges it, and no other
 */
export function chargedTo(used: ReadonlyMap<string, number>, exempt?: string): string | null {
  let most: [string, number] | null = null
  for (const entry of used) {
    if (entry[0] !== exempt && (most === null || entry[1] > most[1])) most = entry
  }
  return most?.[0] ?? null
}
