import type { CreateSurvey, SurveyDraft } from '@xinban/shared/contracts'
import { addDays, checkQuestions, isWithin, surveyLimits } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { forbidden, invalid, invalidField, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { membershipFor } from '../../identity'
import { findOrg, findOrgs, type Org } from '../../orgs'
import { findList, findPledge } from '../../pledges'
import type { SurveyRow } from '../survey.entity'
import { mayAsk } from '../survey.policy'
import { insertSurvey, saveDraft } from '../survey.repository'
import { expectAction, heldSurvey, type SurveyTarget } from './held-survey'

/** Begins a survey. Throws forbidden, invalid. @returns its id */
export async function createSurvey(ctx: Ctx, { membershipId, ...draft }: CreateSurvey): Promise<string> {
  const used = membershipFor(ctx, membershipId)
  if (!mayAsk(used)) throw forbidden('满意度测评由社区、街道和区里发起')
  return ctx.services.db.unitOfWork(async (em) => {
    const org = await findOrg(em, used.orgCode)
    if (!org) throw forbidden('满意度测评由社区、街道和区里发起')
    const { population, ...fields } = await checked(em, org, draft, ctx.now)
    const id = newId(ctx.now)
    await insertSurvey(
      em,
      {
        ...{ ...fields, id, orgCode: org.code, districtCode: org.districtCode, state: 'draft', ballots: 0, helped: 0 },
        ...{ roster: null, rules: null, closedAt: null, createdById: used.id, version: 1 },
      },
      population,
    )
    await writeOutbox(em, 'survey.created', { surveyId: id, by: used.id }, ctx.now)
    return id
  })
}

/** Changes a survey that nobody answered. Throws not_found, forbidden, version_mismatch, wrong_state, lost_race, invalid. */
export async function updateSurvey(ctx: Ctx, target: SurveyTarget, draft: SurveyDraft): Promise<void> {
  await ctx.services.db.unitOfWork(async (em) => {
    const { survey, org, used } = await heldSurvey(ctx, em, target)
    if (survey.ballots > 0) throw wrongState('已经有人参加了测评，题目不能再改；请另发一份')
    expectAction(survey, 'update', ctx.now)
    const { population, ...change } = await checked(em, org, draft, ctx.now)
    if (survey.state === 'published') expectStillOpen(change, ctx.now)
    await saveDraft(em, survey, change, population)
    await writeOutbox(em, 'survey.updated', { surveyId: survey.id, by: used.id }, ctx.now)
  })
}

export function expectStillOpen({ closesAt }: Pick<SurveyRow, 'closesAt'>, now: Date): void {
  if (closesAt <= now) throw wrongState('结束时间已经过了，请先改到以后')
}

type Checked = Pick<
  SurveyRow,
  'title' | 'intro' | 'method' | 'questions' | 'opensAt' | 'closesAt' | 'pledgeId' | 'pledgeListId'
>

/** Everything that is wrong with a draft is said at once. */
async function checked(
  em: EntityManager,
  org: Org,
  draft: SurveyDraft,
  now: Date,
): Promise<Checked & { population: readonly string[] }> {
  const [opensAt, closesAt] = [new Date(draft.opensAt), new Date(draft.closesAt)]
  const issues = checkQuestions(draft.questions, draft.method)
  if (issues.length > 0) throw invalid(issues)
  if (closesAt <= opensAt) throw invalidField('closesAt', 'wrong_order', '结束时间要晚于开始时间')
  if (closesAt > addDays(opensAt > now ? opensAt : now, surveyLimits.days)) {
    throw invalidField('closesAt', 'too_long', `测评最多开放 ${surveyLimits.days} 天`)
  }
  const population = draft.population ?? [org.code]
  const orgs = await findOrgs(em, population)
  if (population.some((code) => !isAskable(orgs.get(code), org))) {
    throw invalidField('population', 'unknown', '只能请自己范围内的区、街道（镇）、社区居民参加')
  }
  await expectSubject(em, org, draft)
  return {
    ...{ title: draft.title, intro: draft.intro, method: draft.method, questions: draft.questions },
    ...{ opensAt, closesAt, population, pledgeId: draft.pledgeId ?? null, pledgeListId: draft.pledgeListId ?? null },
  }
}

/** What a survey is about is there, and of the territory that asks. */
async function expectSubject(em: EntityManager, { path }: Org, { pledgeId, pledgeListId }: SurveyDraft): Promise<void> {
  const isInside = async (orgCode: string | undefined) => {
    const org = orgCode === undefined ? undefined : await findOrg(em, orgCode)
    return org !== undefined && isWithin(org.path, path)
  }
  if (pledgeId !== undefined && !(await isInside((await findPledge(em, pledgeId))?.orgCode))) {
    throw invalidField('pledgeId', 'unknown', '没有这件实事，请从实事的页面发起测评')
  }
  if (pledgeListId !== undefined && !(await isInside((await findList(em, pledgeListId))?.orgCode))) {
    throw invalidField('pledgeListId', 'unknown', '没有这份实事清单，请从清单的页面发起测评')
  }
}

const isAskable = (asked: Org | undefined, org: Org): boolean =>
  asked !== undefined && ['district', 'street', 'community'].includes(asked.level) && isWithin(asked.path, org.path)
