import fc from 'fast-check'
import { addDays } from '../time/china-time'
import { expectedProgress, indicatorReached, lagOf, nextMilestone, pledgeProgress, type Milestone } from './progress'

const step = (weight: number, progress: number | null, dueOn = '2026-12-31'): Milestone => ({ weight, progress, dueOn })
const on = (date: string) => new Date(`${date}T09:00:00+08:00`)

test.each([
  ['100 and 100, weights 2 and 3', [step(2, 100), step(3, 100)], 100, false],
  ['100 and unreported, equal weights', [step(1, 100), step(1, null)], 50, true],
  ['a report of 0 is a report', [step(1, 0), step(1, 0)], 0, false],
  ['nothing reported', [step(1, null), step(4, null)], null, false],
  ['a third', [step(1, 100), step(2, 0)], 33.3, false],
  ['halves up', [step(15, 50), step(1, 0)], 46.9, false],
] as const)('%s', (_, milestones, percent, isPartlyReported) => {
  expect(pledgeProgress(milestones)).toEqual({ percent, isPartlyReported })
})

test('what is expected grows linearly between the dates, by the weights', () => {
  const milestones = [step(1, null, '2026-04-11'), step(3, null, '2026-07-20')]
  const at = (date: string) => expectedProgress(milestones, '2026-04-01', on(date))
  expect(at('2026-03-01')).toBe(0)
  expect(at('2026-04-01')).toBe(0)
  expect(at('2026-04-06')).toBe(12.5)
  expect(at('2026-04-11')).toBe(25)
  expect(at('2026-05-31')).toBe(62.5)
  expect(at('2026-07-20')).toBe(100)
  expect(at('2027-01-01')).toBe(100)
})

test('milestones in any order, on one day, or before the beginning', () => {
  const milestones = [step(1, null, '2026-06-01'), step(1, null, '2026-03-01'), step(2, null, '2026-06-01')]
  expect(expectedProgress(milestones, '2026-04-01', on('2026-04-01'))).toBe(25)
  expect(expectedProgress(milestones, '2026-04-01', on('2026-06-01'))).toBe(100)
})

test('behind by points, never ahead, unknown when nothing was reported', () => {
  expect(lagOf(40, 50)).toBe(10)
  expect(lagOf(60, 50)).toBe(0)
  expect(lagOf(0.1, 0.3)).toBe(0.2)
  expect(lagOf(null, 50)).toBeNull()
})

test.each([
  [200, 300, { percent: 150, isBeyond: true }],
  [200, 200, { percent: 100, isBeyond: false }],
  [3, 1, { percent: 33.3, isBeyond: false }],
  [200, 0, { percent: 0, isBeyond: false }],
  [200, null, { percent: null, isBeyond: false }],
  [0.3, 0.6, { percent: 200, isBeyond: true }],
])('of a target of %p, %p', (target, value, reached) => {
  expect(indicatorReached({ target, value })).toEqual(reached)
})

test('the next milestone is the earliest that is not complete', () => {
  const [late, early] = [step(1, null, '2026-09-01'), step(1, 50, '2026-05-01')]
  expect(nextMilestone([late, early, step(1, 100, '2026-02-01')])).toBe(early)
  expect(nextMilestone([step(1, 100)])).toBeNull()
})

const milestones = fc.array(
  fc.record({
    weight: fc.integer({ min: 1, max: 1000 }),
    progress: fc.option(fc.integer({ min: 0, max: 100 })),
    dueOn: fc.integer({ min: 0, max: 600 }).map((days) => addDays(on('2026-01-01'), days).toISOString().slice(0, 10)),
  }),
  { minLength: 1, maxLength: 20 },
)

test('progress is between its least and its greatest milestone, and a report never lowers it', () => {
  fc.assert(
    fc.property(milestones, (steps) => {
      const { percent } = pledgeProgress(steps)
      const reported = steps.map(({ progress }) => progress ?? 0)
      if (percent === null) return steps.every(({ progress }) => progress === null)
      const more = steps.map((each) => ({ ...each, progress: Math.min(100, (each.progress ?? 0) + 1) }))
      return (
        percent >= Math.min(...reported) - 0.05 &&
        percent <= Math.max(...reported) + 0.05 &&
        (pledgeProgress(more).percent ?? -1) >= percent
      )
    }),
  )
})

test('what is expected never falls, from 0 to 100', () => {
  fc.assert(
    fc.property(milestones, fc.nat(700), (steps, day) => {
      const at = (days: number) => expectedProgress(steps, '2025-12-31', addDays(on('2025-12-31'), days))
      return at(0) === 0 && at(day) <= at(day + 1) && at(day) >= 0 && at(700) === 100
    }),
  )
})
