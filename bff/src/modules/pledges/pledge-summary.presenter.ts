import type { PledgeSummary } from '@xinban/shared/contracts'
import { formatInstant, lightOf, nextMilestone, sayLight, type Lit, type PledgeRules } from '@xinban/shared/domain'
import type { PublicCtx } from '../../context'
import { staleFrom } from './pledge-watch'
import type { PledgeRow } from './pledge.entity'
import { allowedPledgeActions, type PledgeFacts } from './pledge.policy'
import { countRatings, loadPledgeFacts, type RatingCount } from './pledge.repository'
import { pledgeRulesOf } from './rules/pledge-rules.repository'

/** What is shown of a pledge beside its row. */
export interface Shown {
  readonly lit: Lit
  readonly facts: PledgeFacts
  readonly rules: PledgeRules
  readonly rating: RatingCount
}

/** The light of a pledge as a row, by the rules of its district. */
export const litPledge = ({ terms, noticeFrom, state }: PledgeRow, rules: PledgeRules, now: Date): Lit =>
  lightOf({ ...terms, finishedAt: noticeFrom, isVerified: state === 'struck_off' }, rules.lights, now)

/** What is shown beside pledges, read for all of them together. */
export async function loadShown(ctx: PublicCtx, pledges: readonly PledgeRow[]): Promise<(pledge: PledgeRow) => Shown> {
  const { reader } = ctx.services.db
  const factsOf = await loadPledgeFacts(reader, ctx.actor, pledges, ctx.now)
  const ratings = await countRatings(
    reader,
    pledges.map(({ id }) => id),
  )
  const rulesByDistrict = new Map<string, PledgeRules>()
  for (const code of new Set(pledges.map(({ districtCode }) => districtCode))) {
    rulesByDistrict.set(code, (await pledgeRulesOf(reader, code)).rules)
  }
  return (pledge) => {
    const rules = rulesByDistrict.get(pledge.districtCode)
    if (!rules) throw new Error(`no rules for ${pledge.districtCode}`)
    return {
      ...{ lit: litPledge(pledge, rules, ctx.now), facts: factsOf(pledge), rules },
      rating: ratings.get(pledge.id) ?? { count: 0, stars: null },
    }
  }
}

/** A pledge as lists and boards show it. */
export function summaryOf(ctx: Pick<PublicCtx, 'actor' | 'now'>, pledge: PledgeRow, shown: Shown): PledgeSummary {
  const { id, listId, number, title, category, state, terms, version, gradeScore, gradeNote, gradedAt, survey } = pledge
  const { lit, facts, rules, rating } = shown
  const next = nextMilestone(terms.milestones)
  return {
    ...{ id, listId, number, title, category, state, version, rating, survey },
    ...{ progress: lit.percent, isPartlyReported: lit.isPartlyReported, expected: lit.expected, lag: lit.lag },
    ...{ light: lit.light, lightWord: lit.word, lightReason: sayLight(lit) },
    isStale: state === 'delivering' && staleFrom(pledge, rules) <= ctx.now,
    staleDays: rules.staleDays,
    nextMilestone: next && { id: next.id, title: next.title, dueOn: next.dueOn },
    deadline: terms.deadline,
    updatedAt: pledge.reportedAt && formatInstant(pledge.reportedAt),
    grade:
      gradeScore === null || gradedAt === null
        ? null
        : { score: gradeScore, note: gradeNote ?? '', at: formatInstant(gradedAt) },
    allowedActions: allowedPledgeActions(ctx.actor, pledge, facts),
  }
}
