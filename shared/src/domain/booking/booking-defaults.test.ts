import fc from 'fast-check'
import {
  changedDefaults,
  defaultKeys,
  policyBy,
  policyKeys,
  rulesBy,
  sharedRuleKeys,
  usualBookingDefaults,
  type BookingDefaults,
} from './booking-defaults'
import { defaultBookingPolicy, defaultItemRules } from './schedule'

const strict: BookingDefaults = { ...usualBookingDefaults, perDay: 1, walkInPercent: 50, horizonDays: 3 }

test('a hall follows in what it says, and keeps the rest of its own', () => {
  const own = { ...defaultBookingPolicy, perDay: 9, perItem: 8 }
  expect(policyBy(own, ['perDay'], strict)).toEqual({ ...own, perDay: 1 })
  const rules = { ...defaultItemRules, horizonDays: 30, horizonKind: 'working' as const, windows: 7 }
  expect(rulesBy(rules, [], strict)).toEqual(rules)
  expect(rulesBy(rules, ['horizonDays'], strict)).toEqual({ ...rules, horizonDays: 3, horizonKind: 'calendar' })
})

test('the kind of the horizon is a change of it', () => {
  expect(changedDefaults(strict, { ...strict, horizonKind: 'working' })).toEqual(['horizonDays'])
  expect(changedDefaults(usualBookingDefaults, strict)).toEqual(['perDay', 'horizonDays', 'walkInPercent'])
})

test('whoever follows in everything goes by the district alone; following twice changes nothing', () => {
  const values = fc.record(Object.fromEntries(defaultKeys.map((key) => [key, fc.nat(100)])))
  fc.assert(
    fc.property(values, fc.subarray([...policyKeys]), fc.subarray([...sharedRuleKeys]), (value, keys, ruleKeys) => {
      const defaults = { ...usualBookingDefaults, ...value } as BookingDefaults
      const policy = policyBy(defaultBookingPolicy, keys, defaults)
      expect(policyBy(policy, keys, defaults)).toEqual(policy)
      for (const key of policyKeys)
        expect(policy[key]).toBe(keys.includes(key) ? defaults[key] : defaultBookingPolicy[key])
      const rules = rulesBy(defaultItemRules, ruleKeys, defaults)
      for (const key of sharedRuleKeys)
        expect(rules[key]).toBe(ruleKeys.includes(key) ? defaults[key] : defaultItemRules[key])
    }),
  )
})
