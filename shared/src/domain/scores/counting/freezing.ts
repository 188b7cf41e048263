import { addDays, chinaDate } from '../../time/china-time'
import type { Tally } from './counters'
import { sumOf, type Contribution, type ScopeRow } from './contribution'
import { monthOf, monthsLater, monthsOf, type Month } from './periods'

/** What a later fact changed in a period that was published before. Append-only. */
export interface Correction extends ScopeRow {
  /** The date in China on which it became known, `2026-12-03`. */
  readonly on: string
}

/**
 * Whether a period's figures are published and frozen: all of its months are.
 * @param frozenThrough the last frozen month; null while none is
 */
export function isFrozen(period: string, frozenThrough: Month | null): boolean {
  const last = monthsOf(period).at(-1)
  return frozenThrough !== null && last !== undefined && last <= frozenThrough
}

/**
 * The last month that is ripe for freezing at `now`: `freezeAfterDays` calendar days have passed since its end in
 * China. Freezing is an act of its own; a month once frozen stays so when the rule changes.
 */
export function ripeThrough(now: Date, freezeAfterDays: number): Month {
  return monthsLater(monthOf(addDays(now, -freezeAfterDays)), -1)
}

/**
 * Where a difference goes: into the live counters of an open month, or beside a frozen one as a correction dated in
 * China. Nothing is lost or counted twice: live, frozen and corrections together are the sum of all contributions.
 */
export function placeDifference(
  difference: Contribution,
  frozenThrough: Month | null,
  now: Date,
): { readonly live: Contribution; readonly corrections: readonly Correction[] } {
  const isLate = (row: ScopeRow) => isFrozen(row.period, frozenThrough)
  const on = chinaDate(now)
  return {
    live: difference.filter((row) => !isLate(row)),
    corrections: difference.filter(isLate).map((row) => ({ ...row, on })),
  }
}

/** A frozen figure's counters with everything that became known later. */
export const corrected = (frozen: Tally, corrections: readonly Pick<Correction, 'tally'>[]): Tally =>
  sumOf([frozen, ...corrections.map(({ tally }) => tally)])

/**
 * Counters of one scope in a period, from its stored months and their corrections. A frozen period stands as it was
 * published, and `corrected` says what it would be today (null when nothing became known later). An open one, such as
 * the quarter of which two months are frozen, simply holds all that is known.
 */
export function tallyOfPeriod(
  period: string,
  months: readonly Pick<ScopeRow, 'period' | 'tally'>[],
  corrections: readonly Pick<Correction, 'period' | 'tally'>[],
  frozenThrough: Month | null,
): { readonly tally: Tally; readonly corrected: Tally | null } {
  const isOf = (row: Pick<ScopeRow, 'period'>) => monthsOf(period).includes(row.period)
  const tally = sumOf(months.filter(isOf).map((row) => row.tally))
  const later = corrections.filter(isOf)
  const known = corrected(tally, later)
  if (!isFrozen(period, frozenThrough)) return { tally: known, corrected: null }
  return { tally, corrected: later.length > 0 ? known : null }
}
