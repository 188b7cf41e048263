import { maxHallPictures } from '@xinban/shared/contracts'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../context'
import { newId } from '../../db/ids'
import { invalidField } from '../../errors'
import { attachFiles, deletePictures, findFilesOfOrder, type FileRow } from '../files'

/** The pictures of a card, those that were added first in front. */
export async function picturesOf(em: EntityManager, hallId: string): Promise<FileRow[]> {
  const byChange = await findFilesOfOrder(em, hallId)
  return [...byChange].sort(([one], [other]) => (one < other ? -1 : 1)).flatMap(([, files]) => files)
}

/**
 * Adds uploads of the actor to a card and takes off those that are not kept, in the running unit of work. Throws
 * invalid (too many, an upload that is not theirs or taken). @returns ids whose bytes are to be removed after it
 */
export async function changePictures(
  em: EntityManager,
  ctx: Ctx,
  hallId: string,
  { keptPictures, attachments = [] }: { keptPictures?: string[] | undefined; attachments?: string[] | undefined },
): Promise<string[]> {
  const pictures = await picturesOf(em, hallId)
  const gone = pictures.filter(({ id }) => keptPictures !== undefined && !keptPictures.includes(id))
  if (pictures.length - gone.length + attachments.length > maxHallPictures) {
    throw invalidField('attachments', 'too_many', `一张名片最多 ${maxHallPictures} 张照片，请先去掉几张`)
  }
  if (attachments.length > 0) {
    await attachFiles(em, ctx, { orderId: hallId, eventId: newId(ctx.now) }, attachments)
  }
  return deletePictures(
    em,
    gone.map(({ id }) => id),
  )
}
