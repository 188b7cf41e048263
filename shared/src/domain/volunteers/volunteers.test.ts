import fc from 'fast-check'
import { checkFlow } from '../flow/flow'
import { defaultPointRules, halfPointsFor, sayMinutes } from './points'
import {
  mayCheckIn,
  mayCheckOut,
  servedMinutes,
  signupActionWords,
  signupActions,
  signupFlow,
  signupStates,
  signupStateWords,
} from './signup-flow'

const at = (time: string) => new Date(`2026-11-25T${time}:00+08:00`)
const activity = { startsAt: at('09:00'), endsAt: at('12:00') }

test('every state of a sign-up is reached and has a way out; all of it has words', () => {
  expect(checkFlow(signupFlow)).toEqual({ unreachable: [], deadEnds: [] })
  expect(Object.keys(signupStateWords).sort()).toEqual([...signupStates].sort())
  expect(Object.keys(signupActionWords).sort()).toEqual([...signupActions].sort())
})

test('nobody confirms their own hours', () => {
  expect(signupFlow.actions.confirm.by).not.toContain('volunteer')
  expect(signupFlow.actions.correct.by).toEqual(['overseer'])
})

test.each([
  ['08:29', false],
  ['08:30', true],
  ['11:59', true],
  ['12:00', false],
])('checking in at %s: %s', (time, may) => expect(mayCheckIn(activity, at(time))).toBe(may))

test('checking out by oneself goes until two hours after the end', () => {
  expect([mayCheckOut(activity, at('14:00')), mayCheckOut(activity, at('14:01'))]).toEqual([true, false])
})

test.each([
  ['08:40', '12:30', 180],
  ['09:10', '11:00', 110],
  ['11:50', '11:50', 0],
  ['08:30', '08:50', 0],
])('in at %s and out at %s are %d minutes of service', (came, left, minutes) =>
  expect(servedMinutes(activity, at(came), at(left))).toBe(minutes),
)

test.each([
  [0, 0],
  [29, 0],
  [30, 1],
  [60, 2],
  [119, 3],
  [120, 4],
  [600, 4],
])('%d minutes are %d half points: one hour one point, two hours at most', (minutes, half) =>
  expect(halfPointsFor(minutes, defaultPointRules)).toBe(half),
)

test('more minutes never give fewer points, and none give more than the most', () => {
  const rules = fc.record({
    version: fc.constant(1),
    minutesPerPoint: fc.integer({ min: 10, max: 240 }),
    mostMinutes: fc.integer({ min: 10, max: 1440 }),
  })
  fc.assert(
    fc.property(rules, fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 500 }), (rule, minutes, more) => {
      const fewer = halfPointsFor(minutes, rule)
      expect(halfPointsFor(minutes + more, rule)).toBeGreaterThanOrEqual(fewer)
      expect(fewer).toBeLessThanOrEqual((rule.mostMinutes * 2) / rule.minutesPerPoint)
    }),
  )
})

test('minutes as people say them', () => {
  expect([sayMinutes(0), sayMinutes(45), sayMinutes(60), sayMinutes(150)]).toEqual([
    '0 分钟',
    '45 分钟',
    '1 小时',
    '2 小时 30 分钟',
  ])
})
