import { possibleSurveyActions, surveyPhase, surveyPhaseWords, type SurveyAction } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { ActorMembership, Ctx } from '../../../context'
import { forbidden, notFound, versionMismatch, wrongState } from '../../../errors'
import { findOrg, type Org } from '../../orgs'
import type { SurveyRow } from '../survey.entity'
import { holderOf } from '../survey.policy'
import { findSurvey } from '../survey.repository'

export interface SurveyTarget {
  readonly id: string
  /** From `If-Match`. */
  readonly expectedVersion?: number | undefined
}

interface Held {
  readonly survey: SurveyRow
  readonly org: Org
  readonly used: ActorMembership
}

/** A survey that the caller holds. Throws not_found for another's draft, forbidden, version_mismatch. */
export async function heldSurvey(ctx: Ctx, em: EntityManager, { id, expectedVersion }: SurveyTarget): Promise<Held> {
  const survey = await findSurvey(em, id)
  const org = survey && (await findOrg(em, survey.orgCode))
  const used = org && holderOf(ctx.actor, org)
  if (!survey || !org || (survey.state === 'draft' && !used)) throw notFound('这份测评')
  if (!used) throw forbidden('这份测评由发起它的单位管理')
  if (expectedVersion !== undefined && expectedVersion !== survey.version) throw versionMismatch()
  return { survey, org, used }
}

/** Throws wrong_state when the survey does not allow it now. */
export function expectAction(survey: SurveyRow, action: SurveyAction, now: Date): void {
  const phase = surveyPhase(survey, now)
  if (possibleSurveyActions(phase, survey.ballots > 0).includes(action)) return
  throw wrongState(`这份测评${surveyPhaseWords[phase]}，不能这样做，请刷新后查看`)
}
