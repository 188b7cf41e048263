import { addInto, combine, isEmpty, tallyOf, type Sum, type Tally } from './counters'
import { factsOf, type ScoreFact } from './facts'
import type { Month } from './periods'
import type { ScoredOrder } from './scored-order'

/** For whom counters are kept. Items and units are counted over their whole district. */
export const scopeKinds = ['district', 'street', 'community', 'unit', 'item'] as const
export type ScopeKind = (typeof scopeKinds)[number]

/** One row of counters: whose, of which month, and how much. */
export interface ScopeRow {
  readonly scope: ScopeKind
  /** Code of the org, or id of the item. */
  readonly code: string
  readonly period: Month
  readonly tally: Tally
}

/**
 * Rows of several scopes, at most one for each scope, code and period, none empty, sorted by them; so that equal
 * contributions are deeply equal. Of one order these are at most five for each clock (district, street, community, unit,
 * item), and five to ten in all when it was never redirected.
 */
export type Contribution = readonly ScopeRow[]

const keyOf = (row: ScopeRow): string => `${row.scope} ${row.code} ${row.period}`

/** Adds up rows of the same scope, code and period; what adds up to nothing goes. */
function collect(rows: Iterable<ScopeRow>): Contribution {
  const byKey = new Map<string, { readonly row: ScopeRow; sum?: Sum }>()
  for (const row of rows) {
    const key = keyOf(row)
    const entry = byKey.get(key)
    if (!entry) byKey.set(key, { row })
    else addInto((entry.sum ??= { ...entry.row.tally }), row.tally)
  }
  return [...byKey]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { row, sum }]) => rowOf(row, sum ? tallyOf(sum) : row.tally))
    .filter(({ tally }) => !isEmpty(tally))
}

const rowOf = ({ scope, code, period }: Omit<ScopeRow, 'tally'>, tally: Tally): ScopeRow => ({
  scope,
  code,
  period,
  tally,
})

/** Whom a fact counts for. */
function scopesOf({ place, itemId }: ScoreFact): [ScopeKind, string][] {
  if (place.isOfTask) return place.unitCode === null ? [] : [['unit', place.unitCode]]
  return [
    ['district', place.districtCode],
    ...(place.isUnitAlone
      ? []
      : ([
          ['street', place.streetCode],
          ['community', place.communityCode],
        ] satisfies [ScopeKind, string][])),
    ...(place.unitCode === null ? [] : [['unit', place.unitCode] as [ScopeKind, string]]),
    ...(itemId === null ? [] : [['item', itemId] as [ScopeKind, string]]),
  ]
}

/** Facts of the same place and period as one tally; an order has one or two of these, so that its rows share them. */
function groupsOf(facts: readonly ScoreFact[]): { readonly of: ScoreFact; readonly tally: Tally }[] {
  const groups = new Map<string, { readonly of: ScoreFact; readonly sum: Sum }>()
  for (const fact of facts) {
    const { place, period } = fact
    const key = `${period} ${place.districtCode} ${place.streetCode} ${place.communityCode} ${place.unitCode ?? ''} ${String(place.isUnitAlone)} ${String(place.isOfTask)}`
    let group = groups.get(key)
    if (!group) groups.set(key, (group = { of: fact, sum: {} }))
    group.sum[fact.counter] = (group.sum[fact.counter] ?? 0) + fact.amount
  }
  return [...groups.values()].map(({ of, sum }) => ({ of, tally: tallyOf(sum) }))
}

/**
 * What an order adds to the counters as it stands. The stored counters are, at every moment, the sum of the
 * contributions of all orders; so they are kept by adding `differenceOf(before, after)` in the transaction that changes
 * an order, and verified by `totalOf` over a replay of the log.
 */
export function contributionOf(order: ScoredOrder): Contribution {
  return collect(
    groupsOf(factsOf(order)).flatMap(({ of, tally }) =>
      scopesOf(of).map(([scope, code]) => rowOf({ scope, code, period: of.period }, tally)),
    ),
  )
}

/**
 * What to add to the counters when an order changes; amounts may be negative. Empty when nothing that counts changed.
 * A new order has the contribution `[]` before.
 */
export function differenceOf(before: Contribution, after: Contribution): Contribution {
  const taken = before.map((row) => rowOf(row, combine({}, row.tally, -1)))
  return collect([...taken, ...after])
}

/** The sum of contributions or differences, in whatever order they come; read one by one, so it may be a stream. */
export function totalOf(contributions: Iterable<Contribution>): Contribution {
  function* rows() {
    for (const contribution of contributions) yield* contribution
  }
  return collect(rows())
}

/** The sum of tallies: of the months of a quarter, of the communities of a street. */
export const sumOf = (tallies: Iterable<Tally>): Tally => {
  const sum: Sum = {}
  for (const tally of tallies) addInto(sum, tally)
  return tallyOf(sum)
}
