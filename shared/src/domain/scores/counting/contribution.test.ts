import fc from 'fast-check'
import { areCounts, combine, type Tally } from './counters'
import { contributionOf, differenceOf, scopeKinds, sumOf, totalOf, type Contribution } from './contribution'
import { corrected, placeDifference, type Correction } from './freezing'
import type { Month } from './periods'
import type { ScoredOrder } from './scored-order'
import { anyOrder, clock, order, unit } from './scored-order.fixtures'

const now = new Date('2026-12-03T09:00:00+08:00')

test('an order counts for its community and all above, its unit and its item', () => {
  const rows = contributionOf(order({ itemId: 'item-1', clocks: [clock('fulfil', { holder: unit })] }))
  const tally = { fulfilDue: 1, fulfilSolved: 1, fulfilled: 1 }
  expect(rows).toEqual([
    { scope: 'community', code: '610303001002', period: '2026-11', tally },
    { scope: 'district', code: '610303', period: '2026-11', tally },
    { scope: 'item', code: 'item-1', period: '2026-11', tally },
    { scope: 'street', code: '610303001', period: '2026-11', tally },
    { scope: 'unit', code: '610303-U1', period: '2026-11', tally },
  ])
})

test('an extension moves what counts into the month of the new deadline', () => {
  const due = (dueAt: string) =>
    order({ status: 'fulfilled', clocks: [clock('fulfil', { dueAt: new Date(dueAt), outcome: 'met' })] })
  const moved = differenceOf(
    contributionOf(due('2026-11-28T17:00:00+08:00')),
    contributionOf(due('2026-12-02T17:00:00+08:00')),
  )
  expect(moved.filter(({ scope }) => scope === 'community')).toEqual([
    expect.objectContaining({ period: '2026-11', tally: { fulfilDue: -1, fulfilSolved: -1, fulfilled: -1 } }),
    expect.objectContaining({ period: '2026-12', tally: { fulfilDue: 1, fulfilSolved: 1, fulfilled: 1 } }),
  ])
})

test('rows are few: five at most for each clock, one for each scope, code and period', () => {
  fc.assert(
    fc.property(anyOrder, (scored) => {
      const rows = contributionOf(scored)
      expect(rows.length).toBeLessThanOrEqual(scopeKinds.length * scored.clocks.length)
      expect(new Set(rows.map(({ scope, code, period }) => `${scope} ${code} ${period}`)).size).toBe(rows.length)
      expect(rows.every(({ tally }) => areCounts(tally) && Object.keys(tally).length > 0)).toBe(true)
    }),
  )
})

test('nothing changed is no difference, and a difference leads from one to the other', () => {
  fc.assert(
    fc.property(anyOrder, anyOrder, (one, other) => {
      const [before, after] = [contributionOf(one), contributionOf(other)]
      expect(differenceOf(before, before)).toEqual([])
      expect(totalOf([before, differenceOf(before, after)])).toEqual(after)
    }),
  )
})

/** A run of the system: order number `index` becomes `scored`, or all months through `month` are frozen. */
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ index: fc.nat(3), scored: anyOrder }) },
    { weight: 1, arbitrary: fc.record({ month: fc.constantFrom<Month>('2026-10', '2026-11', '2026-12') }) },
  ),
  { maxLength: 25 },
)

test('counters that are kept step by step equal a replay, whatever happened and was frozen between', () => {
  fc.assert(
    fc.property(steps, (run) => {
      const orders = new Map<number, ScoredOrder>()
      let frozenThrough = null as Month | null
      let stored: Contribution = []
      let corrections: Correction[] = []
      for (const step of run) {
        if ('month' in step) {
          frozenThrough = frozenThrough !== null && frozenThrough > step.month ? frozenThrough : step.month
          continue
        }
        const before = orders.get(step.index)
        const difference = differenceOf(before ? contributionOf(before) : [], contributionOf(step.scored))
        orders.set(step.index, step.scored)
        const placed = placeDifference(difference, frozenThrough, now)
        const through = frozenThrough
        expect(placed.live.every(({ period }) => through === null || period > through)).toBe(true)
        stored = totalOf([stored, placed.live])
        corrections = [...corrections, ...placed.corrections]
      }
      const replayed = totalOf([...orders.values()].map(contributionOf))
      expect(totalOf([stored, corrections])).toEqual(replayed)
      expect(stored.every(({ tally }) => areCounts(tally))).toBe(true)
      expect(replayed.every(({ tally }) => areCounts(tally))).toBe(true)
    }),
  )
})

test('a district is the sum of its streets, a street of its communities', () => {
  fc.assert(
    fc.property(fc.array(anyOrder, { maxLength: 6 }), (orders) => {
      const total = totalOf(orders.map(contributionOf))
      const of = (scope: string) => sumOf(total.filter((row) => row.scope === scope).map(({ tally }) => tally))
      expect(of('street')).toEqual(of('district'))
      expect(of('community')).toEqual(of('street'))
    }),
  )
})

test('denominators hold: numerators and faults never exceed what was due, ratings what was fulfilled', () => {
  const all = (tally: Tally, names: string[]) => names.reduce((sum, name) => sum + (tally[name as keyof Tally] ?? 0), 0)
  const stars = ['own', 'telephone', 'default'].flatMap((source) => [1, 2, 3, 4, 5].map((level) => `${source}${level}`))
  fc.assert(
    fc.property(fc.array(anyOrder, { maxLength: 6 }), (orders) => {
      for (const { tally } of totalOf(orders.map(contributionOf))) {
        const { acceptDue = 0, fulfilDue = 0, fulfilled = 0 } = tally
        const holds =
          ['acceptLate', 'acceptOverruled'].every((fault) => all(tally, ['acceptInTime', fault]) <= acceptDue) &&
          all(tally, ['acceptInTime', 'acceptLate', 'acceptOverruled']) >= acceptDue &&
          ['fulfilLate', 'fulfilReworked', 'fulfilDisputed'].every(
            (fault) => all(tally, ['fulfilSolved', fault]) <= fulfilDue,
          ) &&
          all(tally, ['fulfilSolved', 'fulfilLate', 'fulfilReworked', 'fulfilDisputed']) >= fulfilDue &&
          all(tally, stars) <= fulfilled &&
          (tally.gradePoints ?? 0) <= 100 * (tally.graded ?? 0)
        expect([tally, holds]).toEqual([tally, true])
      }
    }),
  )
})

test('a published figure is corrected by adding what became known later', () => {
  const frozen = { acceptDue: 10, acceptInTime: 9 }
  expect(corrected(frozen, [{ tally: { acceptInTime: -1, acceptLate: 1 } }, { tally: { acceptLate: 1 } }])).toEqual({
    acceptDue: 10,
    acceptInTime: 8,
    acceptLate: 2,
  })
  expect(corrected(frozen, [])).toEqual(combine(frozen, {}))
})
