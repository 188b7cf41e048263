const longestMs = 15 * 60_000

/**
 * `ms` give or take a tenth, so that several processes do not meet again and again.
 * @param random 0 to 1, from outside so that this stays a pure function
 */
export const spread = (ms: number, random: number): number => Math.round(ms * (0.9 + 0.2 * random))

/** Milliseconds to wait after so many failures in a row: twice as long each time, up to a quarter of an hour. */
export function backoffMs(failures: number, firstMs: number, random: number): number {
  return spread(Math.min(firstMs * 2 ** Math.min(Math.max(failures - 1, 0), 20), longestMs), random)
}
