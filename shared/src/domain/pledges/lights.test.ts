import fc from 'fast-check'
import { checkLights, lightOf, sayLight, yinchuanBands, type LightBand } from './lights'
import { checkPledgeRules, defaultPledgeRules } from './pledge-rules'

/** A pledge of one milestone over a hundred days: so many days, so many points expected. */
const pledge = (progress: number | null, changes: object = {}) => ({
  milestones: [{ weight: 1, progress, dueOn: '2026-04-11' }],
  ...{ startsOn: '2026-01-01', deadline: '2026-04-30', finishedAt: null, isVerified: false },
  ...changes,
})
const on = (date: string) => new Date(`${date}T12:00:00+08:00`)
/** Fifty points are expected on this day. */
const half = on('2026-02-20')
const at = (progress: number | null, now = half, changes: object = {}) =>
  lightOf(pledge(progress, changes), yinchuanBands, now)

test.each([
  [50, 0, 'green', '正常'],
  [80, 0, 'green', '正常'],
  [40, 10, 'green', '正常'],
  [39, 11, 'yellow', '滞后'],
  [20, 30, 'yellow', '滞后'],
  [19, 31, 'red', '超期'],
  [null, null, 'grey', '未报进展'],
] as const)('%p of 50 expected: %p points behind is %s %s', (progress, lag, light, word) => {
  expect(at(progress)).toMatchObject({ expected: 50, lag, light, word })
})

test('past the deadline is red, reported or not; on its day it is not', () => {
  expect(at(95, on('2026-04-30')).light).toBe('green')
  expect(at(95, on('2026-05-01'))).toMatchObject({ light: 'red', isPastDeadline: true })
  expect(at(null, on('2026-05-01')).light).toBe('red')
})

test('finished in time waits for its verification in green, finished late in red; verified is blue', () => {
  const later = on('2026-06-01')
  expect(at(100, later, { finishedAt: on('2026-04-30') }).light).toBe('green')
  expect(at(100, later, { finishedAt: on('2026-05-02') }).light).toBe('red')
  expect(at(100, later, { finishedAt: on('2026-05-02'), isVerified: true })).toMatchObject({
    light: 'blue',
    word: '办结',
  })
})

test('a light says why', () => {
  const said = (progress: number | null, now?: Date) => sayLight(at(progress, now))
  expect(said(50)).toBe('按计划推进')
  expect(said(20)).toBe('按计划应到 50%，落后 30 个百分点')
  expect(said(null)).toBe('还没有报过进展')
  expect(said(90, on('2026-05-01'))).toBe('已过完成期限')
  expect(sayLight(at(100, half, { isVerified: true }))).toBe('已办结并核实')
})

const band = (light: LightBand['light'], from: number, to: number): LightBand => ({ light, from, to })

test('Yinchuan’s bands are accepted, and so are those of two lights', () => {
  expect(checkLights(yinchuanBands)).toEqual([])
  expect(checkLights([band('green', 0, 5), band('red', 5.1, 100)])).toEqual([])
})

test.each([
  ['gap', [band('green', 0, 10), band('yellow', 20, 30), band('red', 30.1, 100)], '落后 15 个百分点时没有一种灯'],
  ['overlap', [band('green', 0, 10), band('yellow', 10, 30), band('red', 30.1, 100)], '落后 10 个百分点时同时是'],
  ['wrong_order', [band('red', 0, 10), band('green', 10.1, 100)], '落后 55 个百分点时反而是“正常”'],
  ['out_of_range', [band('green', 0, 10.05), band('red', 10.1, 100)], '10.05'],
  ['wrong_order', [band('green', 10, 0), band('red', 10.1, 100)], '什么也不包括'],
] as const)('bands with a %s are refused with the case that shows it', (code, bands, words) => {
  const [issue] = checkLights(bands)
  expect(issue?.code).toBe(code)
  expect(issue?.message).toContain(words)
})

test('rules name everything that is wrong with them', () => {
  expect(checkPledgeRules(defaultPledgeRules)).toEqual([])
  const rules = { ...defaultPledgeRules, noticeDays: 0, lights: [], survey: { mean: 101, coverage: -1 } }
  expect(checkPledgeRules(rules).map(({ path }) => path)).toEqual([
    ...['lights', 'noticeDays', 'survey.mean', 'survey.coverage'],
  ])
})

test('bands are accepted just when every lag has one light', () => {
  const tenth = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10)
  const bands = fc.array(
    fc.record({ light: fc.constantFrom<LightBand['light']>('green', 'yellow', 'red'), from: tenth, to: tenth }),
    { minLength: 1, maxLength: 4 },
  )
  fc.assert(
    fc.property(fc.oneof(bands, fc.constant(yinchuanBands)), (list) => {
      if (checkLights(list).length > 0) return true
      return Array.from({ length: 1001 }, (_, index) => index / 10).every(
        (lag) => list.filter(({ from, to }) => from <= lag && lag <= to).length === 1,
      )
    }),
  )
})
