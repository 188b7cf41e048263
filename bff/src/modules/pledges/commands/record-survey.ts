import type { SurveyFinding } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { notFound } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { appendEvent, type ChainCtx } from '../chain/append-event'
import { findPledge, savePledge } from '../pledge.repository'

/**
 * Writes down what the survey of a pledge found, in the running unit of work of whoever closes the survey; a later survey
 * takes its place, and the chain keeps both. Until then a pledge counts as not surveyed, and reaches no threshold.
 * Throws not_found, lost_race.
 */
export async function recordSurvey(
  em: EntityManager,
  ctx: ChainCtx,
  pledgeId: string,
  { mean, coverage }: SurveyFinding,
): Promise<void> {
  const pledge = await findPledge(em, pledgeId)
  if (!pledge) throw notFound('这件实事')
  const survey = { mean, coverage }
  await savePledge(em, pledge, { survey })
  await appendEvent(em, ctx, pledge.listId, { action: 'survey', pledge, used: null, data: { survey } })
  await writeOutbox(em, 'pledge.surveyed', { pledgeId }, ctx.now)
}
