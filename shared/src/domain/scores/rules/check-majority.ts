import type { RuleIssue } from './rule-issue'
import {
  decidingStep,
  quoted,
  verdicts,
  verdictWords,
  type MajorityStep,
  type Verdict,
  type Votes,
} from './survey-rules'

/** A majority rule as it is written down: whoever wrote it may have forgotten the rest. */
export interface MajorityDraft {
  readonly kind: 'majority'
  readonly steps: readonly MajorityStep[]
  readonly otherwise: Verdict | null
}

/** Rosters that are tried. Shares with denominators up to ten show in them what they leave out. */
const largestRoster = 12
const largestDenominator = 10

/** Every way in which small rosters can vote, those where everyone votes first. */
function* smallVotes(): Generator<{ votes: Votes; roster: number }> {
  for (let silent = 0; silent <= largestRoster; silent++) {
    for (let roster = Math.max(silent, 1); roster <= largestRoster; roster++) {
      const voted = roster - silent
      for (let dissatisfied = 0; dissatisfied <= voted; dissatisfied++) {
        for (let satisfied = voted - dissatisfied; satisfied >= 0; satisfied--) {
          yield { votes: { satisfied, basically_satisfied: voted - satisfied - dissatisfied, dissatisfied }, roster }
        }
      }
    }
  }
}

const sayVotes = (votes: Votes, roster: number) =>
  `名单 ${roster} 人，${verdicts.map((choice) => `${verdictWords[choice]} ${votes[choice]} 票`).join('、')}`

function badSteps(steps: readonly MajorityStep[]): RuleIssue[] {
  return steps.flatMap(({ verdict, counts, moreThan: [share, whole] }, index): RuleIssue[] => {
    const path = `survey.steps.${index}`
    if (counts.length === 0) return [{ path, code: 'missing', message: `${quoted([verdict])}一档没有说计哪些票` }]
    const isShare = Number.isInteger(share) && Number.isInteger(whole) && share >= 0 && share < whole
    if (isShare && whole <= largestDenominator) return []
    const message = `${quoted([verdict])}要超过的比例 ${share}/${whole} 不是小于 1、分母不超过 ${largestDenominator} 的分数`
    return [{ path, code: 'out_of_range', message }]
  })
}

/** A vote that no step decides, which steps decide some vote, and for the others a vote that an earlier one took. */
function tryVotes(steps: readonly MajorityStep[]) {
  let undecided: string | undefined
  const deciding = new Set<MajorityStep>()
  const takenFrom = new Map<MajorityStep, string>()
  for (const { votes, roster } of smallVotes()) {
    const step = decidingStep(votes, roster, steps)
    if (!step) {
      undecided ??= sayVotes(votes, roster)
      continue
    }
    deciding.add(step)
    for (const other of steps) {
      if (other === step || takenFrom.has(other) || !decidingStep(votes, roster, [other])) continue
      takenFrom.set(other, `${sayVotes(votes, roster)}，前面已经算${quoted([step.verdict])}`)
    }
  }
  return { undecided, deciding, takenFrom }
}

/** A majority rule: its shares make sense, every vote leads to a verdict, and every step decides some vote. */
export function checkMajority(rule: MajorityDraft): RuleIssue[] {
  const bad = badSteps(rule.steps)
  if (bad.length > 0) return bad
  const { undecided, deciding, takenFrom } = tryVotes(rule.steps)
  const gaps: RuleIssue[] =
    rule.otherwise === null && undecided
      ? [{ path: 'survey.otherwise', code: 'gap', message: `${undecided}：不属于任何一档` }]
      : []
  const unreachable = rule.steps.flatMap((step, index): RuleIssue[] => {
    if (deciding.has(step)) return []
    const message = `${quoted([step.verdict])}一档永远不会出现：${takenFrom.get(step) ?? '没有一种投票能达到'}`
    return [{ path: `survey.steps.${index}`, code: 'unreachable', message }]
  })
  return [...gaps, ...unreachable]
}
