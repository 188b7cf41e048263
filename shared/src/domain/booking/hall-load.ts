import type { DaySpan } from './schedule'

export const hallLoads = ['closed', 'over', 'quiet', 'busy', 'full'] as const
export type HallLoad = (typeof hallLoads)[number]

/**
 * How full a hall is by who waits there: busy from two people a window on, full from five. A day without hours is
 * closed; after its last hour it is over, however many numbers nobody called.
 * @param time minutes since midnight, of the hall
 */
export function hallLoad({
  hours,
  time,
  waiting,
  windows,
}: {
  hours: readonly DaySpan[]
  time: number
  waiting: number
  windows: number
}): HallLoad {
  if (hours.length === 0) return 'closed'
  if (hours.every(({ to }) => to <= time)) return 'over'
  const perWindow = waiting / Math.max(1, windows)
  if (perWindow >= 5) return 'full'
  return perWindow >= 2 ? 'busy' : 'quiet'
}

export const bookedLevels = ['roomy', 'fair', 'tight', 'full'] as const
export type BookedLevel = (typeof bookedLevels)[number]

/** What a share of booked places means, 0–1; above 1 where a hall has fewer places by now than it had. */
export function bookedLevel(rate: number): BookedLevel {
  if (rate >= 1) return 'full'
  if (rate >= 0.8) return 'tight'
  return rate >= 0.3 ? 'fair' : 'roomy'
}
