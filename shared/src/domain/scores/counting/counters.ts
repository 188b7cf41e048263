/**
 * Who gave a rating. `own`: the owner, on their own device; `telephone`: asked and written down by the street;
 * `default`: nobody, where a district must apply a default review. Only `own` enters a rate.
 */
export const ratingSources = ['own', 'telephone', 'default'] as const
export type RatingSource = (typeof ratingSources)[number]

/**
 * The closed vocabulary of what is counted. Every name counts single facts (`gradePoints` adds up points), and none
 * depends on a rule set: points, weights and what is favourable are applied when the counters are read.
 *
 * - `…Due` is a denominator, `acceptInTime` and `fulfilSolved` the numerators;
 * - `…Late`, `acceptOverruled`, `fulfilReworked`, `fulfilDisputed` say why one is missing from the numerator; one clock
 *   may be several of them;
 * - `…Synthetic` and `…Excluded` were left out, and are published as counts;
 * - `attendDue` and `attendInTime` are of departments that a whistle called;
 * - `fulfilled` is the denominator of coverage; `own1` … `followUp5` are ratings by source and stars.
 */
export const counterNames = [
  'acceptDue',
  'acceptInTime',
  'acceptLate',
  'acceptOverruled',
  'acceptSynthetic',
  'acceptExcluded',
  'fulfilDue',
  'fulfilSolved',
  'fulfilLate',
  'fulfilReworked',
  'fulfilDisputed',
  'fulfilSynthetic',
  'fulfilExcluded',
  'fulfilled',
  'satisfactionExcluded',
  'own1',
  'own2',
  'own3',
  'own4',
  'own5',
  'telephone1',
  'telephone2',
  'telephone3',
  'telephone4',
  'telephone5',
  'default1',
  'default2',
  'default3',
  'default4',
  'default5',
  'followUp1',
  'followUp2',
  'followUp3',
  'followUp4',
  'followUp5',
  'graded',
  'gradePoints',
  'attendDue',
  'attendInTime',
] as const
export type CounterName = (typeof counterNames)[number]

/**
 * Integers by counter. Canonical: a counter at 0 is absent, and names stand in the order of `counterNames`, so that
 * equal tallies are deeply equal and their JSON is. Stored counters are never negative; differences may be.
 */
export type Tally = Readonly<Partial<Record<CounterName, number>>>

/** One thing that counts: `amount` is 1, but for `gradePoints`. */
export interface CountedFact {
  readonly counter: CounterName
  readonly amount: number
}

/** A tally that is still being added up. */
export type Sum = Partial<Record<CounterName, number>>

/** Adds `factor × tally` into `sum`, which may then hold zeros. */
export function addInto(sum: Sum, tally: Tally, factor: 1 | -1 = 1): void {
  for (const [name, value] of Object.entries(tally) as [CounterName, number][]) {
    sum[name] = (sum[name] ?? 0) + factor * value
  }
}

/** The canonical tally of a sum. Throws when a counter is no exact integer (any more). */
export function tallyOf(sum: Sum): Tally {
  const tally: Sum = {}
  for (const name of counterNames) {
    const value = sum[name]
    if (value === undefined || value === 0) continue
    if (!Number.isSafeInteger(value)) throw new RangeError(`counter ${name} is no integer: ${value}`)
    tally[name] = value
  }
  return tally
}

/** `left + factor × right`, counter by counter: commutative and associative, and `factor` -1 undoes 1. */
export function combine(left: Tally, right: Tally, factor: 1 | -1 = 1): Tally {
  const sum: Sum = { ...left }
  addInto(sum, right, factor)
  return tallyOf(sum)
}

export const addFact = (counters: Tally, fact: CountedFact): Tally => combine(counters, { [fact.counter]: fact.amount })

/** The exact inverse of `addFact`. */
export const removeFact = (counters: Tally, fact: CountedFact): Tally =>
  combine(counters, { [fact.counter]: fact.amount }, -1)

/** Whether nothing is left to store. */
export const isEmpty = (tally: Tally): boolean => Object.keys(tally).length === 0

/** Whether these can be stored counters; a negative one means that something was removed which never was added. */
export const areCounts = (tally: Tally): boolean => Object.values(tally).every((value) => value >= 0)
