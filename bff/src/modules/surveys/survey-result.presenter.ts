import type { Answer, Received, SurveyResult } from '@xinban/shared/contracts'
import {
  fewestBallots,
  formatInstant,
  meanOfStars,
  shareOf,
  verdictWords,
  type AnswerCounts,
} from '@xinban/shared/domain'
import type { Ctx, PublicCtx } from '../../context'
import { forbidden, notFound, wrongState } from '../../errors'
import { decodeCursor, pageOf } from '../../http/page'
import { findOrg, orgRef } from '../orgs'
import type { SurveyRow } from './survey.entity'
import { holderOf } from './survey.policy'
import { listTexts } from './survey.queries'
import { countsOf, figuresOf } from './survey-figures'
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

function shownFigures(survey: SurveyRow, counts: Record<string, AnswerCounts>): SurveyResult['figures'] {
  const { ruleVersion, mean, margin, favourable, confidence, verdict } = figuresOf(survey, counts)
  const verdictWord = verdict === 'not_assessed' ? '未评估' : verdictWords[verdict]
  return { ruleVersion, mean, margin, favourable: { ...favourable }, confidence, verdict, verdictWord }
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
