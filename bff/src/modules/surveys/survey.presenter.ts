import type { Answer, Received, Survey } from '@xinban/shared/contracts'
import { formatInstant, surveyPhase } from '@xinban/shared/domain'
import type { Ctx, PublicCtx } from '../../context'
import { notFound } from '../../errors'
import { decodeCursor, pageOf } from '../../http/page'
import { findPerson, membershipFor } from '../identity'
import { findOrg, findOrgs, orgRef, type Org } from '../orgs'
import { refusalOf } from './asked'
import type { SurveyRow } from './survey.entity'
import { holderOf, surveyActionsOf } from './survey.policy'
import { listAsking, listHeld, populationsOf } from './survey.queries'
import { findSurvey, takenPartIn } from './survey.repository'

/** One survey as the caller may see it. Throws not_found, also for another's draft. */
export async function presentSurvey(ctx: PublicCtx, id: string): Promise<Survey> {
  const survey = await findSurvey(ctx.services.db.reader, id)
  if (!survey) throw notFound('这份测评')
  const present = await surveyPresenter(ctx, [survey])
  const shown = present(survey)
  const org = await findOrg(ctx.services.db.reader, survey.orgCode)
  if (survey.state === 'draft' && !(org && holderOf(ctx.actor, org))) throw notFound('这份测评')
  return shown
}

/** Throws forbidden, malformed_request. */
export async function presentSurveys(
  ctx: Ctx,
  { view, pledgeId, membershipId, limit, cursor }: Received<'surveys.list', 'query'>,
): Promise<Answer<'surveys.list'>> {
  const { reader } = ctx.services.db
  const pages = { beforeId: decodeCursor(cursor), limit: limit + 1, pledgeId }
  const rows =
    view === 'held'
      ? await listHeld(reader, membershipFor(ctx, membershipId).orgCode, pages)
      : await listAsking(reader, await codesAbove(ctx), pages)
  return pageOf(rows, limit, ({ id }) => id, await surveyPresenter(ctx, rows))
}

/** The community where the caller lives and the orgs above it. */
async function codesAbove({ services, actor }: Ctx): Promise<string[]> {
  const person = await findPerson(services.db.reader, actor.personId)
  if (!person?.communityCode) return []
  const community = await findOrg(services.db.reader, person.communityCode)
  return community?.path.split('/').filter((code) => code !== '') ?? []
}

/** How surveys look to the caller: what is needed for all of them is read once. */
async function surveyPresenter(ctx: PublicCtx, rows: readonly SurveyRow[]): Promise<(survey: SurveyRow) => Survey> {
  const { actor, now, services } = ctx
  const { reader } = services.db
  const ids = rows.map(({ id }) => id)
  const populations = await populationsOf(reader, ids)
  const orgs = await findOrgs(
    reader,
    rows.map(({ orgCode }) => orgCode),
  )
  const cast = actor ? await takenPartIn(reader, ids, actor.personId) : new Set<string>()
  const person = actor ? await findPerson(reader, actor.personId) : undefined
  const code = person?.communityCode ?? null
  const community = (await findOrgs(reader, [code])).get(code ?? '')
  const refusal = (population: readonly Org[]) =>
    actor ? (refusalOf(person, community, population)?.ofSelf ?? null) : '请先登录，再参加测评'
  return (survey) => {
    const { id, title, intro, method, questions, pledgeId, pledgeListId, ballots, helped, version } = survey
    const [org, population] = [orgs.get(survey.orgCode), populations.get(id) ?? []]
    if (!org) throw new Error(`survey ${id} is of ${survey.orgCode}, which is no org`)
    const [hasCast, castRefusal] = [cast.has(id), cast.has(id) ? null : refusal(population)]
    const standing = { org, population, mayCast: !hasCast && castRefusal === null }
    return {
      ...{ id, org: orgRef(org), title, intro, method, population: population.map(orgRef) },
      questions: questions.map((question) => ({ ...question, options: [...question.options] })),
      ...{ opensAt: formatInstant(survey.opensAt), closesAt: formatInstant(survey.closesAt), pledgeId, pledgeListId },
      ...{ phase: surveyPhase(survey, now), isFrozen: ballots > 0 || survey.state === 'closed', hasCast, version },
      castRefusal,
      turnout: actor && holderOf(actor, org) ? { ballots, helped } : null,
      allowedActions: surveyActionsOf(actor, survey, standing, now),
    }
  }
}
