import type { CreateTemplate } from '@xinban/shared/contracts'
import { maxTemplates, templatePurposeWords } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { forbidden, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { membershipFor } from '../../identity'
import { mayWriteAs } from '../template.policy'
import { countTemplates, insertTemplate } from '../template.repository'

/**
 * Keeps words as a template of the caller's org. Throws forbidden, already_exists, and wrong_state when the org has as
 * many as it may (two that come at once may leave one more: the limit keeps lists short, no more).
 */
export async function createTemplate(ctx: Ctx, { membershipId, purpose, text }: CreateTemplate): Promise<string> {
  const used = membershipFor(ctx, membershipId)
  if (!mayWriteAs(used, purpose)) throw forbidden(`你的身份用不到「${templatePurposeWords[purpose]}」的常用回复`)
  return ctx.services.db.unitOfWork(async (em) => {
    if ((await countTemplates(em, used.orgCode, purpose)) >= maxTemplates) {
      throw wrongState(`这一类已有 ${maxTemplates} 条，请先删掉用不着的`)
    }
    const id = await insertTemplate(em, ctx.now, {
      ...{ orgCode: used.orgCode, purpose, text, createdById: ctx.actor.personId },
    })
    await writeOutbox(em, 'template.created', { templateId: id, by: used.id }, ctx.now)
    return id
  })
}
