import type { Ctx } from '../../../context'
import { forbidden, notFound, versionMismatch } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import type { EntityManager } from 'typeorm'
import type { TemplateRow } from '../template.entity'
import { mayKeep, maySee } from '../template.policy'
import { closeTemplate, countUse, findTemplate, rewordTemplate } from '../template.repository'

export interface TemplateTarget {
  readonly id: string
  /** From `If-Match`. */
  readonly expectedVersion?: number
}

export const updateTemplate = (ctx: Ctx, target: TemplateTarget, text: string): Promise<void> =>
  changeTemplate(ctx, target, 'template.updated', (em, template) => rewordTemplate(em, template, text, ctx.now))
export const removeTemplate = (ctx: Ctx, target: TemplateTarget): Promise<void> =>
  changeTemplate(ctx, target, 'template.removed', (em, template) => closeTemplate(em, template, ctx.now))

/** Throws not_found, forbidden, version_mismatch, lost_race, and what `change` throws. */
async function changeTemplate(
  ctx: Ctx,
  { id, expectedVersion }: TemplateTarget,
  topic: 'template.updated' | 'template.removed',
  change: (em: EntityManager, template: TemplateRow) => Promise<void>,
): Promise<void> {
  await ctx.services.db.unitOfWork(async (em) => {
    const template = await findOffered(ctx, em, id)
    const used = mayKeep(ctx.actor, template)
    if (!used) throw forbidden('这条常用回复由写它的单位来改')
    if (expectedVersion !== undefined && expectedVersion !== template.version) throw versionMismatch()
    await change(em, template)
    await writeOutbox(em, topic, { templateId: id, by: used.id }, ctx.now)
  })
}

/** Counts one use. Throws not_found for what is not offered to the caller. */
export async function recordUse(ctx: Ctx, id: string): Promise<void> {
  await ctx.services.db.unitOfWork(async (em) => {
    await findOffered(ctx, em, id)
    await countUse(em, id)
  })
}

async function findOffered({ actor }: Ctx, em: EntityManager, id: string): Promise<TemplateRow> {
  const template = await findTemplate(em, id)
  if (!template || !maySee(actor, template)) throw notFound('这条常用回复')
  return template
}
