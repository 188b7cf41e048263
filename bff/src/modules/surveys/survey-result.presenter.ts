import type { Answer, Received, SurveyResult } from '@xinban/shared/contracts'
import {
  fewestBallots,
  formatInstant,
  meanOfStars,
  shareOf,
  surveyFigures,
  verdictWords,
  type AnswerCounts,
  type Assessed,
  type SurveyFigures,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx, PublicCtx } from '../../context'
import { forbidden, notFound, wrongState } from '../../errors'
import { decodeCursor, pageOf } from '../../http/page'
import { findOrg, orgRef } from '../orgs'
import type { SurveyRow, SurveyTally } from './survey.entity'
import { holderOf } from './survey.policy'
import { listTexts } from './survey.queries'
import { findSurvey, readTallies } from './survey.repository'

/** What a survey found. Throws not_found, wrong_state before its close, for everyone. */
export async function presentResult({ services }: PublicCtx, id: string): Promise<SurveyResult> {
  const { reader } = services.db
  const survey = await findSurvey(reader, id)
  const org = survey && (await findOrg(reader, survey.orgCode))
  if (!survey || !org || survey.state === 'draft') throw notFound('这份测评')
  if (survey.state !== 'closed' || !survey.closedAt) throw wrongState('测评结束后才公布结果，请到时再来看')
  const counts = countsOf(await readTallies(reader, [id]))
  const { ballots, helped, method, title, questions } = survey
  const roster = survey.roster ?? ballots
  const isWithheld = ballots < fewestBallots
  return {
    ...{
      surveyId: id,
      org: orgRef(org),
      title,
      closedAt: formatInstant(survey.closedAt),
      method,
      ballots,
      helped,
      roster,
    },
    ...{ coverage: shareOf(ballots, roster), isWithheld, figures: isWithheld ? null : shownFigures(survey, counts) },
    questions: questions.map(({ key, kind, title, options }) => {
      const given = counts[key] ?? {}
      return {
        ...{
          key,
          kind,
          title,
          options: [...options],
          mean: kind === 'stars' && !isWithheld ? meanOfStars(given) : null,
        },
        counts: isWithheld ? [] : shownCounts(kind === 'stars' ? [1, 2, 3, 4, 5] : options.map((_, at) => at), given),
        answered: isWithheld ? 0 : Object.values(given).reduce((sum, amount) => sum + amount, 0),
      }
    }),
  }
}

const shownCounts = (values: readonly number[], given: AnswerCounts) =>
  values.map((value) => ({ value, count: given[value] ?? 0 }))

function countsOf(tallies: readonly SurveyTally[]): Record<string, Record<number, number>> {
  const counts: Record<string, Record<number, number>> = {}
  for (const { questionKey, value, amount } of tallies) (counts[questionKey] ??= {})[value] = amount
  return counts
}

function figuresOf(survey: SurveyRow, counts: Record<string, AnswerCounts>): SurveyFigures {
  const { questions, ballots, roster, rules } = survey
  if (!rules) throw new Error(`survey ${survey.id} was closed without rules`)
  return surveyFigures({ questions, counts, ballots, roster: roster ?? ballots }, rules)
}

function shownFigures(survey: SurveyRow, counts: Record<string, AnswerCounts>): SurveyResult['figures'] {
  const { ruleVersion, mean, margin, favourable, confidence, verdict } = figuresOf(survey, counts)
  const verdictWord = verdict === 'not_assessed' ? '未评估' : verdictWords[verdict]
  return { ruleVersion, mean, margin, favourable: { ...favourable }, confidence, verdict, verdictWord }
}

/**
 * What a counted survey found, as a pledge is judged by it: mean of points 0–100, of a survey by majority the favourable
 * share; and ballots ÷ roster, in percent.
 */
export async function findingOf(em: EntityManager, survey: SurveyRow): Promise<{ mean: Assessed; coverage: Assessed }> {
  const { mean, favourable, coverage } = figuresOf(survey, countsOf(await readTallies(em, [survey.id])))
  return { mean: survey.method === 'mean' ? mean : favourable.rate, coverage: coverage.rate }
}

/** Throws not_found, forbidden, wrong_state, malformed_request. */
export async function presentTexts(
  ctx: Ctx,
  id: string,
  { question, limit, cursor }: Received<'surveys.texts', 'query'>,
): Promise<Answer<'surveys.texts'>> {
  const { reader } = ctx.services.db
  const survey = await findSurvey(reader, id)
  const org = survey && (await findOrg(reader, survey.orgCode))
  const isHolder = org !== undefined && holderOf(ctx.actor, org) !== undefined
  if (!survey || (survey.state === 'draft' && !isHolder)) throw notFound('这份测评')
  if (!isHolder) throw forbidden('居民写的话只给发起测评的单位看')
  if (survey.state !== 'closed') throw wrongState('测评结束后才能看居民写的话')
  const rows = await listTexts(reader, {
    surveyId: id,
    question,
    afterId: decodeCursor(cursor) ?? '',
    limit: limit + 1,
  })
  return pageOf(
    rows,
    limit,
    (row) => row.id,
    (row) => ({ id: row.id, text: row.text }),
  )
}
