import { randomUUID } from 'node:crypto'
import { fewestBallots, isAssessed, rulesForSurvey, type SurveyAnswer } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import type { DueSource } from '../../../jobs/job'
import { writeOutbox } from '../../../outbox/write-outbox'
import { recordSurvey } from '../../pledges'
import { currentRules } from '../../scores'
import { BallotBoxes, shuffled } from '../ballot-box'
import type { SurveyRow, SurveyTally, SurveyText } from '../survey.entity'
import { findingOf } from '../survey-figures'
import { countVerified, listOver, populationsOf } from '../survey.queries'
import { findKey, findSurvey, readBoxes, saveCount, saveSurvey } from '../survey.repository'

/** Surveys whose time is over are counted by themselves. */
export const surveySource: DueSource<{ readonly id: string }> = {
  name: 'surveys-over',
  findDue: listOver,
  keyOf: ({ id }) => id,
  act: async (em, { id }, { services, now }) => {
    const survey = await findSurvey(em, id)
    if (survey?.state === 'published' && survey.closesAt <= now) await countSurvey({ services, now }, em, survey, null)
  },
}

/**
 * Closes a survey: its boxes are opened together, the answers to each question counted, and boxes and key are gone. Of
 * fewer than five ballots nothing but their number is kept. Throws lost_race when somebody closed it first.
 * @param by the membership that closed it; null when its time was over
 */
export async function countSurvey(
  { services, now }: Pick<Ctx, 'services' | 'now'>,
  em: EntityManager,
  survey: SurveyRow,
  by: string | null,
): Promise<void> {
  const rules = rulesForSurvey(survey.method, await currentRules(em, survey.districtCode))
  const population = (await populationsOf(em, [survey.id])).get(survey.id) ?? []
  const verified = await countVerified(em, population)
  // First: no ballot comes in from here on.
  await saveSurvey(em, survey, { state: 'closed', closedAt: now, rules, roster: Math.max(verified, survey.ballots) })
  const answers = await openBoxes(services, em, survey)
  const ballots = answers.get(survey.questions.find(({ isDecisive }) => isDecisive)?.key ?? '')?.length ?? 0
  if (ballots !== survey.ballots)
    throw new Error(`survey ${survey.id} counted ${survey.ballots} ballots, and has ${ballots}`)
  const isEnough = ballots >= fewestBallots
  await saveCount(em, survey.id, isEnough ? talliesOf(survey, answers) : [], isEnough ? textsOf(survey, answers) : [])
  if (isEnough) await tellPledge(em, survey.id, now)
  await writeOutbox(em, 'survey.closed', { surveyId: survey.id, orgCode: survey.orgCode, by }, now)
}

/** A pledge that the survey was about is judged by it. */
async function tellPledge(em: EntityManager, surveyId: string, now: Date): Promise<void> {
  const survey = await findSurvey(em, surveyId)
  if (!survey || survey.pledgeId === null) return
  const { mean, coverage } = await findingOf(em, survey)
  if (isAssessed(mean) && isAssessed(coverage)) {
    await recordSurvey(em, { now, actor: null }, survey.pledgeId, { mean, coverage })
  }
}

async function openBoxes(
  { personalData }: Ctx['services'],
  em: EntityManager,
  { id, questions }: SurveyRow,
): Promise<Map<string, SurveyAnswer[]>> {
  const answers = new Map<string, SurveyAnswer[]>(questions.map(({ key }) => [key, []]))
  const key = await findKey(em, id)
  if (!key) throw new Error(`survey ${id} has no key`)
  const boxes = new BallotBoxes(id, questions, Buffer.from(personalData.open(key.sealed, 'ballot-key'), 'base64'))
  for (const { number, sealed } of await readBoxes(em, id)) {
    for (const [question, given] of Object.entries(boxes.read(sealed, number))) answers.get(question)?.push(...given)
  }
  return answers
}

function talliesOf({ id, questions }: SurveyRow, answers: ReadonlyMap<string, readonly SurveyAnswer[]>): SurveyTally[] {
  return questions
    .filter(({ kind }) => kind !== 'text')
    .flatMap(({ key }) => {
      const amounts = new Map<number, number>()
      for (const value of answers.get(key) ?? []) amounts.set(Number(value), (amounts.get(Number(value)) ?? 0) + 1)
      return [...amounts]
        .sort(([a], [b]) => a - b)
        .map(([value, amount]) => ({ surveyId: id, questionKey: key, value, amount }))
    })
}

/** In the order of their random ids, so that the order in which rows were written says nothing either. */
function textsOf({ id, questions }: SurveyRow, answers: ReadonlyMap<string, readonly SurveyAnswer[]>): SurveyText[] {
  return questions
    .filter(({ kind }) => kind === 'text')
    .flatMap(({ key }) =>
      shuffled(answers.get(key) ?? []).map((text) => ({
        ...{ id: randomUUID(), surveyId: id, questionKey: key, text: String(text) },
      })),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}
