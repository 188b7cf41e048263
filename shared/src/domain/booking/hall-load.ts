export const hallLoads = ['closed', 'quiet', 'busy', 'full'] as const
export type HallLoad = (typeof hallLoads)[number]

/** How full a hall is by who waits there: busy from two people a window on, full from five. */
export function hallLoad({
  hasHours,
  waiting,
  windows,
}: {
  hasHours: boolean
  waiting: number
  windows: number
}): HallLoad {
  if (!hasHours) return 'closed'
  const perWindow = waiting / Math.max(1, windows)
  if (perWindow >= 5) return 'full'
  return perWindow >= 2 ? 'busy' : 'quiet'
}
