import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { invalid, type FieldError } from '../../../errors'
import { claimFile } from '../file.repository'

/**
 * Gives uploads of the actor to an event, in the running unit of work. Each is a conditional update, so that of two
 * orders which want the same picture one gets it. Throws invalid, naming every id that is unknown, someone else's or
 * taken; these are not told apart, so that nobody learns of other people's files.
 */
export async function attachFiles(
  em: EntityManager,
  { actor, now }: Pick<Ctx, 'actor' | 'now'>,
  { orderId, eventId }: { orderId: string; eventId: string },
  ids: readonly string[],
): Promise<void> {
  const errors: FieldError[] = []
  for (const [position, id] of ids.entries()) {
    if (await claimFile(em, id, actor.personId, { orderId, eventId, position, attachedAt: now })) continue
    const message = `第 ${position + 1} 张图片已失效或已用过，请删除后重新上传`
    errors.push({ path: `attachments.${position}`, code: 'unusable', message })
  }
  if (errors.length > 0) throw invalid(errors)
}
