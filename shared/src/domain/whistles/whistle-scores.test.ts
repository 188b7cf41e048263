import { at } from '../time/calendar.fixtures'
import { scoreOf } from '../scores/figures/score'
import { nationalRules } from '../scores/rules/built-in-rules'
import type { StepFacts } from './whistle-clocks'
import { whistleContribution, type ScoredWhistleParty } from './whistle-scores'

const open = (due: string): StepFacts => ({ dueAt: at(due), doneAt: null, overdueAt: null })
const met = (due: string): StepFacts => ({ ...open(due), doneAt: at(due) })
const late = (due: string): StepFacts => ({ ...open(due), doneAt: at('12-01 10:00'), overdueAt: at('12-01 10:00') })

const party = (more: Partial<ScoredWhistleParty> = {}): ScoredWhistleParty => ({
  ...{ departmentCode: 'D1', status: 'blown', state: 'called', isOverruled: false, isSentBack: false, stars: null },
  ...{ sign: open('11-23 10:00'), contact: open('11-24 09:00'), attend: open('11-26 09:00') },
  ...more,
})
const tallyOf = (more: Partial<ScoredWhistleParty>) => whistleContribution(party(more))[0]?.tally ?? {}
const all = { sign: met('11-23 10:00'), contact: met('11-24 09:00'), attend: met('11-26 09:00') }

test('what is neither done nor overdue counts nowhere', () => {
  expect(whistleContribution(party())).toEqual([])
})

test('a department that did everything in time, and was closed with five stars', () => {
  expect(whistleContribution(party({ ...all, state: 'attended', status: 'closed', stars: 5 }))).toEqual([
    {
      ...{ scope: 'unit', code: 'D1', period: '2026-11' },
      tally: {
        ...{ acceptDue: 2, acceptInTime: 2, fulfilDue: 1, fulfilSolved: 1, fulfilled: 1, own5: 1 },
        ...{ attendDue: 1, attendInTime: 1 },
      },
    },
  ])
})

test('an overdue counts once it is recorded, and stays when the step is done', () => {
  const overdue = { ...open('11-23 10:00'), overdueAt: at('11-23 10:01') }
  expect(tallyOf({ sign: overdue })).toEqual({ acceptDue: 1, acceptLate: 1 })
  expect(tallyOf({ sign: { ...overdue, doneAt: at('11-23 11:00') } })).toEqual({ acceptDue: 1, acceptLate: 1 })
})

test('a refusal is an answer when it is upheld, none when it is overruled, and nothing while it waits', () => {
  const refused = { sign: met('11-23 10:00') }
  expect(tallyOf({ ...refused, state: 'refusing' })).toEqual({})
  expect(tallyOf({ ...refused, state: 'excused' })).toEqual({ acceptDue: 1, acceptInTime: 1 })
  expect(tallyOf({ ...refused, state: 'signed', isOverruled: true })).toEqual({ acceptDue: 1, acceptOverruled: 1 })
})

test('what was sent back is not solved, late attendance is not in time', () => {
  const tally = tallyOf({ ...all, attend: late('11-26 09:00'), state: 'attended', status: 'closed', isSentBack: true })
  expect(tally).toMatchObject({ fulfilDue: 1, fulfilReworked: 1, attendDue: 1 })
  expect(tally.attendInTime).toBeUndefined()
})

test('who never came has solved nothing when the others are done', () => {
  expect(tallyOf({ sign: met('11-23 10:00'), state: 'signed', status: 'closed' })).toEqual({
    ...{ acceptDue: 1, acceptInTime: 1, fulfilDue: 1, fulfilLate: 1, fulfilled: 1 },
  })
})

test('who was let off is not graded and not counted as solved', () => {
  expect(tallyOf({ sign: met('11-23 10:00'), state: 'excused', status: 'closed', stars: 1 })).toEqual({
    ...{ acceptDue: 1, acceptInTime: 1 },
  })
})

test('each step belongs to the month of its own deadline', () => {
  const rows = whistleContribution(party({ sign: met('11-30 17:00'), contact: met('12-01 16:00') }))
  expect(rows.map(({ period, tally }) => [period, tally])).toEqual([
    ['2026-11', { acceptDue: 1, acceptInTime: 1 }],
    ['2026-12', { acceptDue: 1, acceptInTime: 1 }],
  ])
})

test('the figures of a department are read as those of every unit', () => {
  const score = scoreOf(tallyOf({ ...all, state: 'attended', status: 'closed', stars: 4 }), nationalRules)
  expect([score.parts.response.rate, score.parts.resolution.rate, score.parts.satisfaction.rate]).toEqual([
    100, 100, 100,
  ])
  expect(score.attendance).toMatchObject({ good: 1, of: 1, rate: 100 })
})
