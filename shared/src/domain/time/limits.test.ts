import { acceptLimit, defaultLimits, fulfilLimit, limitIssues, limitKeys, limitRules, type Limits } from './limits'

const days = (value: number) => ({ unit: 'working_days', value }) as const

test('the defaults are sound and every limit is counted in its unit', () => {
  expect(limitIssues(defaultLimits)).toEqual([])
  for (const key of limitKeys) expect(defaultLimits[key].unit).toBe(limitRules[key].unit)
})

test('urgent, ordinary and complex orders have limits of their own; the item’s own wins', () => {
  expect(acceptLimit(defaultLimits, { isUrgent: true })).toEqual({ unit: 'hours', value: 2 })
  expect(acceptLimit(defaultLimits, { isUrgent: false })).toEqual(days(1))
  const ordinary = { isUrgent: false, isComplex: false }
  expect(fulfilLimit(defaultLimits, ordinary)).toEqual(days(5))
  expect(fulfilLimit(defaultLimits, { ...ordinary, isComplex: true })).toEqual(days(15))
  expect(fulfilLimit(defaultLimits, { isUrgent: true, isComplex: true })).toEqual({ unit: 'hours', value: 24 })
  expect(fulfilLimit(defaultLimits, { ...ordinary, itemLimit: days(20) })).toEqual(days(20))
})

test('all that is wrong is said at once', () => {
  const limits: Limits = {
    ...defaultLimits,
    acceptUrgent: { unit: 'working_days', value: 1 },
    accept: days(5),
    fulfil: days(5),
    grade: days(0),
    rectify: days(1.5),
    disputeWindow: { unit: 'calendar_days', value: 1000 },
    warnPercent: 99,
  }
  expect(limitIssues(limits)).toEqual([
    { path: 'acceptUrgent', message: '紧急单接单的时限要按小时算' },
    { path: 'grade', message: '评单的时限要是 1 到 30 个工作日之间的整数' },
    { path: 'rectify', message: '差评整改的时限要是 1 到 60 个工作日之间的整数' },
    { path: 'disputeWindow', message: '异议期的时限要是 1 到 180 天之间的整数' },
    { path: 'accept', message: '普通单接单（5 个工作日）要短于普通单办结（5 个工作日）' },
    { path: 'warnPercent', message: '预警要在用掉时限的 50 % 到 95 % 之间' },
  ])
})

test.each([
  [49, false],
  [50, true],
  [95, true],
  [96, false],
  [80.5, false],
])('a warning at %d %%: %s', (warnPercent, isSound) => {
  expect(limitIssues({ ...defaultLimits, warnPercent }).length === 0).toBe(isSound)
})
