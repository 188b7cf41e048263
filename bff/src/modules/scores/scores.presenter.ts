import type { Received, ScoreTable } from '@xinban/shared/contracts'
import {
  formatInstant,
  isFrozen,
  monthOf,
  monthsOf,
  rankScores,
  scoreOf,
  tallyOfPeriod,
  type Correction,
  type Month,
  type ScopeKind,
  type ScopeRow,
  type ScoreRuleSet,
} from '@xinban/shared/domain'
import type { Ctx } from '../../context'
import { forbidden, invalidField, notFound } from '../../errors'
import { findOrg, orgRef, type Org } from '../orgs'
import { maySeeScores } from './score.policy'
import { findCorrections, findCounters, findFreeze } from './score.repository'
import { currentRules, rulesOfFrozen } from './score-rules.repository'
import { subjectsOf, type Subject } from './score-subjects'

interface Reading {
  readonly period: string
  readonly frozenThrough: Month | null
  readonly rules: ScoreRuleSet
}

/** Scores of an org and, ranked, of what stands directly under it. Throws not_found, forbidden, invalid. */
export async function presentScores(ctx: Ctx, query: Received<'scores.show', 'query'>): Promise<ScoreTable> {
  const { reader } = ctx.services.db
  const org = await findOrg(reader, query.org)
  if (!org) throw notFound('这个组织')
  if (!maySeeScores(ctx.actor, org)) throw forbidden('这里的得分只有本区的工作人员能看')
  const scope = scopeOf(org)
  const period = query.period ?? monthOf(ctx.now)
  const freeze = await findFreeze(reader, org.districtCode)
  const frozenThrough = freeze?.frozenThrough ?? null
  const reading = { period, frozenThrough, rules: await rulesOf(ctx, org.districtCode, period, frozenThrough) }
  const subjects = await subjectsOf(reader, org, query.of)
  const own = await readFigures(ctx, scope, [org.code], reading)
  const theirs = await readFigures(
    ctx,
    subjects.scope,
    subjects.all.map(({ code }) => code),
    reading,
  )
  return {
    org: orgRef(org),
    period,
    isFrozen: isFrozen(period, reading.frozenThrough),
    asOf: formatInstant(ctx.now),
    rules: presentRules(reading.rules),
    of: query.of,
    by: query.by,
    total: own(org.code),
    rows: rankScores(
      subjects.all.map((subject) => rowOf(subject, theirs)),
      query.by,
    ),
  }
}

/** A frozen period stays as it was published, by the rules of its last month; an open one goes by those that hold now. */
function rulesOf({ services }: Ctx, districtCode: string, period: string, frozenThrough: Month | null) {
  const { reader } = services.db
  const last = monthsOf(period).at(-1)
  return last !== undefined && isFrozen(period, frozenThrough)
    ? rulesOfFrozen(reader, districtCode, last)
    : currentRules(reader, districtCode)
}

function scopeOf({ level }: Org): Extract<ScopeKind, 'district' | 'street' | 'community'> {
  if (level === 'grid' || level === 'unit') throw invalidField('org', 'unsuitable', '请选择区、街道（镇）或社区')
  return level
}

const presentRules = ({ version, name, source, weights, favourableFrom }: ScoreRuleSet): ScoreTable['rules'] => ({
  ...{ version, name, source, weights: { ...weights }, favourableFrom },
})

type Figures = ScoreTable['total']

/** Figures of several of one scope, read together: two queries, whatever their number. */
async function readFigures(
  { services }: Ctx,
  scope: ScopeKind,
  codes: readonly string[],
  { period, frozenThrough, rules }: Reading,
): Promise<(code: string) => Figures> {
  const wanted = { scope, codes, months: monthsOf(period) }
  const [counters, corrections] = await Promise.all([
    findCounters(services.db.reader, wanted),
    findCorrections(services.db.reader, wanted),
  ])
  return (code) => figuresOf(counters.get(code) ?? [], corrections.get(code) ?? [], { period, frozenThrough, rules })
}

function figuresOf(
  months: readonly ScopeRow[],
  later: readonly Correction[],
  { period, frozenThrough, rules }: Reading,
): Figures {
  const { tally, corrected } = tallyOfPeriod(period, months, later, frozenThrough)
  return {
    score: scoreOf(tally, rules),
    corrections: later.map(({ on, tally }) => ({ on, changes: { ...tally } })),
    corrected: corrected && scoreOf(corrected, rules),
  }
}

function rowOf({ code, name, level }: Subject, figures: (code: string) => Figures) {
  return { code, name, level: level, ...figures(code) }
}
