import fc from 'fast-check'
import { orderStatuses } from '../../orders/order-flow'
import { ratingSources } from './counters'
import { scoreParts, type ScoredClock, type ScoredOrder, type ScorePlace } from './scored-order'

export const home: ScorePlace = {
  districtCode: '610303',
  streetCode: '610303001',
  communityCode: '610303001002',
  unitCode: null,
}
export const neighbour: ScorePlace = { ...home, streetCode: '610303002', communityCode: '610303002001' }
export const unit: ScorePlace = { ...home, unitCode: '610303-U1' }

export const clock = (kind: ScoredClock['kind'], more: Partial<ScoredClock> = {}): ScoredClock => ({
  kind,
  holder: home,
  dueAt: new Date('2026-11-10T17:00:00+08:00'),
  outcome: 'met',
  isOverdue: false,
  isSynthetic: false,
  ...more,
})

/** Accepted and fulfilled in time, not rated yet. */
export const order = (more: Partial<ScoredOrder> = {}): ScoredOrder => ({
  status: 'fulfilled',
  itemId: null,
  clocks: [clock('accept'), clock('fulfil')],
  rating: null,
  followUpStars: null,
  isReworked: false,
  isDisputedWithSuccess: false,
  gradeTotal: null,
  excludedParts: [],
  ...more,
})

const places = fc.constantFrom(home, neighbour, unit)
/** Deadlines around the turns of months in China. */
const deadlines = fc.constantFrom(
  ...['2026-10-31T23:59:59+08:00', '2026-11-01T00:00:00+08:00', '2026-11-30T16:30:00Z', '2026-12-31T15:59:59Z'].map(
    (instant) => new Date(instant),
  ),
)
const clocks = fc.record<ScoredClock>({
  kind: fc.constantFrom('accept' as const, 'fulfil' as const),
  holder: places,
  dueAt: deadlines,
  outcome: fc.constantFrom('open' as const, 'met' as const, 'late' as const, 'void' as const),
  isOverdue: fc.boolean(),
  isOverruled: fc.boolean(),
  isSynthetic: fc.boolean(),
})
const levels = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const)

/** Any state of any order, sensible or not: the sums must hold for all of them. */
export const anyOrder: fc.Arbitrary<ScoredOrder> = fc.record({
  status: fc.constantFrom(...orderStatuses),
  itemId: fc.constantFrom(null, 'item-1', 'item-2'),
  clocks: fc.array(clocks, { maxLength: 6 }),
  rating: fc.option(fc.record({ stars: levels, source: fc.constantFrom(...ratingSources) })),
  followUpStars: fc.option(levels),
  isReworked: fc.boolean(),
  isDisputedWithSuccess: fc.boolean(),
  gradeTotal: fc.option(fc.integer({ min: 0, max: 100 })),
  excludedParts: fc.subarray([...scoreParts]),
})
