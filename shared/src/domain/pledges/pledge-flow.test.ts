import { checkFlow } from '../flow/flow'
import { verdictByMajority, zhenhaiRules } from '../scores'
import type { MajorityRule } from '../scores'
import { commentAfter, commentFlow, needAfter, needFlow, objectionFlow } from './need-flow'
import { listAfter, pledgeAfter, pledgeFlow, pledgeListFlow, pledgesOfAList, publicListStates } from './pledge-flow'

test.each([pledgeListFlow, pledgeFlow, needFlow, commentFlow, objectionFlow])(
  'every state is reached, and open ones have a way out',
  (flow) => {
    expect(checkFlow(flow as Parameters<typeof checkFlow>[0])).toEqual({ unreachable: [], deadEnds: [] })
  },
)

test('a list goes its way and no other', () => {
  expect(listAfter('collecting', 'publish')).toBeUndefined()
  expect(listAfter('deliberating', 'open-vote')).toBe('deliberating')
  expect(listAfter('deliberating', 'publish')).toBe('published')
  expect(listAfter('closed', 'grade')).toBeUndefined()
  expect(publicListStates).not.toContain('deliberating')
  expect(pledgesOfAList).toBe(10)
})

test('a pledge is struck off out of its notice alone', () => {
  expect(pledgeAfter('delivering', 'strike-off')).toBeUndefined()
  expect(pledgeAfter('in_notice', 'strike-off')).toBe('struck_off')
  expect(pledgeAfter('in_notice', 'progress')).toBeUndefined()
  expect(pledgeAfter('in_notice', 'send-back')).toBe('delivering')
})

test('a need that was declined may get a better answer; a comment that was hidden may be shown', () => {
  expect(needAfter('declined', 'candidate')).toBe('candidate')
  expect(needAfter('candidate', 'decline')).toBeUndefined()
  expect(commentAfter('hidden', 'approve')).toBe('approved')
  expect(commentAfter('hidden', 'hide')).toBeUndefined()
})

test.each([
  [18, 0, 0, 'satisfied'],
  [17, 17, 0, 'basically_satisfied'],
  [16, 1, 17, 'dissatisfied'],
] as const)('Zhenhai, 34 members: %i/%i/%i is %s', (satisfied, basically, dissatisfied, verdict) => {
  const votes = { satisfied, basically_satisfied: basically, dissatisfied }
  expect(verdictByMajority(votes, 34, zhenhaiRules.survey as MajorityRule)).toBe(verdict)
})
