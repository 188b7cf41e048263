import fc from 'fast-check'
import { defaultItemRules, usualHallWeek, type DatedOverride, type ItemRules } from './schedule'
import type { ItemSchedule, Occupancy } from './slots'

export const schedule = (rules: Partial<ItemRules> = {}, more: Partial<ItemSchedule> = {}): ItemSchedule => ({
  weekly: usualHallWeek,
  overrides: [],
  rules: { ...defaultItemRules, leadMinutes: 0, ...rules },
  ...more,
})

const minutes = fc.integer({ min: 0, max: 1439 })
const span = fc.tuple(minutes, fc.integer({ min: 1, max: 1440 })).map(([a, b]) => ({
  from: Math.min(a, b - 1),
  to: Math.max(a + 1, b),
}))
export const weekArbitrary = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 6 }), span).map(([weekday, { from, to }]) => ({ weekday, from, to })),
  { maxLength: 12 },
)
const dateArbitrary = fc
  .integer({ min: 0, max: 364 })
  .map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10))
export const overridesArbitrary: fc.Arbitrary<DatedOverride[]> = fc.array(
  fc
    .tuple(dateArbitrary, dateArbitrary, fc.array(span, { maxLength: 3 }), fc.constantFrom('装修', '停电', '加班'))
    .map(([a, b, hours, reason]) => ({ from: a < b ? a : b, through: a < b ? b : a, hours, reason })),
  { maxLength: 5 },
)
export const rulesArbitrary: fc.Arbitrary<ItemRules> = fc.record({
  weekly: fc.option(weekArbitrary),
  slotMinutes: fc.integer({ min: 5, max: 240 }),
  bufferMinutes: fc.integer({ min: 0, max: 120 }),
  windows: fc.integer({ min: 1, max: 5 }),
  perWindow: fc.integer({ min: 1, max: 5 }),
  walkInPercent: fc.integer({ min: 0, max: 100 }),
  leadMinutes: fc.integer({ min: 0, max: 3000 }),
  horizonDays: fc.integer({ min: 0, max: 30 }),
  horizonKind: fc.constantFrom('calendar' as const, 'working' as const),
})
export const nowArbitrary = fc
  .integer({ min: 0, max: 360 * 24 * 60 })
  .map((at) => new Date(Date.UTC(2026, 0, 1) + at * 60_000))
export const takenArbitrary = (around: Date): fc.Arbitrary<Occupancy[]> =>
  fc.array(
    fc
      .tuple(
        fc.integer({ min: 0, max: 10 * 288 }),
        fc.integer({ min: 1, max: 30 }),
        fc.option(fc.integer({ min: -9, max: 9 })),
      )
      .map(([at, length, expires]) => {
        const start = around.getTime() + at * 300_000
        const end = start + length * 300_000
        return expires === null ? { start, end } : { start, end, expiresAt: around.getTime() + expires * 60_000 }
      }),
    { maxLength: 30 },
  )
