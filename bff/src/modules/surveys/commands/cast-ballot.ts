import { randomInt } from 'node:crypto'
import type { CastBallot } from '@xinban/shared/contracts'
import { checkAnswers, surveyPhase, surveyPhaseWords } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { forbidden, invalid, notFound, versionMismatch, wrongState } from '../../../errors'
import { findPerson } from '../../identity'
import { findOrgs } from '../../orgs'
import { BallotBoxes, boxCapacity } from '../ballot-box'
import type { SurveyRow } from '../survey.entity'
import { populationsOf } from '../survey.queries'
import {
  alreadyTookPart,
  countBallot,
  findKey,
  findSurvey,
  hasTakenPart,
  insertBoxes,
  insertParticipation,
  listBoxes,
  readBox,
  saveBox,
} from '../survey.repository'
import { refusalOf } from '../asked'
import { findHelped, type Helped } from './help-resident'
import type { SurveyTarget } from './held-survey'

/** Boxes with room that a ballot may fall into. */
const openBoxes = 8

/**
 * Takes a ballot: that somebody took part, and what was answered, are written side by side and have nothing in common
 * (docs/adr/0022). Throws not_found, forbidden, wrong_state, already_exists, version_mismatch, lost_race, invalid.
 */
export async function castBallot(ctx: Ctx, { id, expectedVersion }: SurveyTarget, body: CastBallot): Promise<void> {
  const { db } = ctx.services
  const survey = await findSurvey(db.reader, id)
  if (!survey || survey.state === 'draft') throw notFound('这份测评')
  const phase = surveyPhase(survey, ctx.now)
  const helped = body.onBehalfOf ? await findHelped(ctx, survey, body.onBehalfOf) : null
  await expectAsked(ctx, survey, helped)
  if (phase !== 'open') throw wrongState(`这份测评${surveyPhaseWords[phase]}，现在不能参加`)
  if (expectedVersion !== undefined && expectedVersion !== survey.version) throw versionMismatch()
  const issues = checkAnswers(survey.questions, body.answers)
  if (issues.length > 0) throw invalid(issues)
  const personId = helped ? helped.personId : ctx.actor.personId
  if (personId !== null && (await hasTakenPart(db.reader, id, personId))) throw alreadyTookPart(helped !== null)
  await db.unitOfWork(async (em) => {
    await countBallot(em, survey, helped !== null, ctx.now)
    const whose = personId ?? (await helped?.register(em))
    if (whose === undefined) throw notFound('这位居民')
    await insertParticipation(em, { surveyId: id, personId: whose, helpedById: helped?.membershipId ?? null })
    await dropIntoBox(ctx, em, survey, body.answers)
  })
}

async function expectAsked({ services, actor }: Ctx, survey: SurveyRow, helped: Helped | null): Promise<void> {
  // Whoever is registered now is asked: findHelped made sure of it.
  if (helped?.personId === null) return
  const { reader } = services.db
  const person = await findPerson(reader, helped ? helped.personId : actor.personId)
  const population = (await populationsOf(reader, [survey.id])).get(survey.id) ?? []
  const code = person?.communityCode ?? null
  const community = (await findOrgs(reader, [code])).get(code ?? '')
  const refusal = refusalOf(person, community, population)
  if (refusal !== null) throw forbidden(helped ? refusal.ofHelped : refusal.ofSelf)
}

/** Into one of several boxes, by chance; there are always some with room. */
async function dropIntoBox(
  { services }: Ctx,
  em: EntityManager,
  survey: SurveyRow,
  answers: CastBallot['answers'],
): Promise<void> {
  const key = await findKey(em, survey.id)
  if (!key) throw new Error(`survey ${survey.id} has no key`)
  const secret = Buffer.from(services.personalData.open(key.sealed, 'ballot-key'), 'base64')
  const boxes = new BallotBoxes(survey.id, survey.questions, secret)
  const all = await listBoxes(em, survey.id)
  const roomy = all.filter(({ ballots }) => ballots < boxCapacity).map(({ number }) => number)
  const fresh = Array.from({ length: Math.max(0, openBoxes - roomy.length) }, (_, index) => all.length + index)
  await insertBoxes(
    em,
    fresh.map((number) => ({ surveyId: survey.id, number, ballots: 0, sealed: boxes.empty(number) })),
  )
  const choice = [...roomy, ...fresh]
  const box = await readBox(em, survey.id, choice[randomInt(choice.length)] ?? 0)
  await saveBox(em, box, boxes.add(box.sealed, box.number, answers))
}
