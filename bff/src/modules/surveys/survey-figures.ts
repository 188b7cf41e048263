import { surveyFigures, type AnswerCounts, type Assessed, type SurveyFigures } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { SurveyRow, SurveyTally } from './survey.entity'
import { readTallies } from './survey.repository'

/** Tallies by question and answer. */
export function countsOf(tallies: readonly SurveyTally[]): Record<string, Record<number, number>> {
  const counts: Record<string, Record<number, number>> = {}
  for (const { questionKey, value, amount } of tallies) (counts[questionKey] ??= {})[value] = amount
  return counts
}

/** What counts say, by the rules of the survey's close. */
export function figuresOf(survey: SurveyRow, counts: Record<string, AnswerCounts>): SurveyFigures {
  const { questions, ballots, roster, rules } = survey
  if (!rules) throw new Error(`survey ${survey.id} was closed without rules`)
  return surveyFigures({ questions, counts, ballots, roster: roster ?? ballots }, rules)
}

/**
 * What a counted survey found, as a pledge is judged by it: mean of points 0–100, of a survey by majority the favourable
 * share; and ballots ÷ roster, in percent.
 */
export async function findingOf(em: EntityManager, survey: SurveyRow): Promise<{ mean: Assessed; coverage: Assessed }> {
  const { mean, favourable, coverage } = figuresOf(survey, countsOf(await readTallies(em, [survey.id])))
  return { mean: survey.method === 'mean' ? mean : favourable.rate, coverage: coverage.rate }
}
