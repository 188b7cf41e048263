import { randomBytes } from 'node:crypto'
import type { Ctx } from '../../../context'
import { writeOutbox } from '../../../outbox/write-outbox'
import { deleteDraft, insertKey, saveSurvey } from '../survey.repository'
import { countSurvey } from './count-survey'
import { expectStillOpen } from './draft-survey'
import { expectAction, heldSurvey, type SurveyTarget } from './held-survey'

/** Throws not_found, forbidden, version_mismatch, wrong_state, lost_race; so do the others. */
export async function publishSurvey(ctx: Ctx, target: SurveyTarget): Promise<string> {
  const { db, personalData } = ctx.services
  return db.unitOfWork(async (em) => {
    const { survey, used } = await heldSurvey(ctx, em, target)
    expectAction(survey, 'publish', ctx.now)
    expectStillOpen(survey, ctx.now)
    await saveSurvey(em, survey, { state: 'published' })
    const sealed = personalData.seal(randomBytes(32).toString('base64'), 'ballot-key')
    await insertKey(em, { surveyId: survey.id, sealed })
    await writeOutbox(em, 'survey.published', { surveyId: survey.id, by: used.id }, ctx.now)
    return survey.id
  })
}

/** Closes a survey before its time and counts it. */
export async function closeSurvey(ctx: Ctx, target: SurveyTarget): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const { survey, used } = await heldSurvey(ctx, em, target)
    expectAction(survey, 'close', ctx.now)
    await countSurvey(ctx, em, survey, used.id)
    return survey.id
  })
}

export async function discardSurvey(ctx: Ctx, target: SurveyTarget): Promise<void> {
  await ctx.services.db.unitOfWork(async (em) => {
    const { survey, used } = await heldSurvey(ctx, em, target)
    expectAction(survey, 'discard', ctx.now)
    await deleteDraft(em, survey)
    await writeOutbox(em, 'survey.discarded', { surveyId: survey.id, by: used.id }, ctx.now)
  })
}
