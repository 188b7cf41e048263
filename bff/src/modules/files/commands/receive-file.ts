import { createHash } from 'node:crypto'
import { maxUnattached } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { ProblemError, wrongState } from '../../../errors'
import { countUnattached, insertFile } from '../file.repository'
import type { Picture } from '../image'

/** Runs the command once for what was uploaded; answers the id that it, or its earlier run, gave. */
type Once = (command: () => Promise<string>) => Promise<string>

/** Throws wrong_state when the actor has so many pictures lying about that they must use or drop some first. */
async function checkUnattached(em: EntityManager, { actor }: Ctx): Promise<void> {
  if ((await countUnattached(em, actor.personId)) < maxUnattached) return
  throw wrongState(`你已有 ${maxUnattached} 张图片还没有提交，请先提交或删除一些，再上传新的`)
}

/**
 * Keeps a picture for the actor alone. The bytes are written before the row, so that there is never a row without
 * bytes; what a crash leaves between the two has no row and is swept.
 * @returns the file's id, or that of an earlier upload with the same `Idempotency-Key`
 */
export async function receiveFile(ctx: Ctx, picture: Picture, once: Once): Promise<string> {
  const { db, fileStore } = ctx.services
  const { mime, width, height, full, thumbnail } = picture
  const id = newId(ctx.now)
  await fileStore.put(id, 'full', full)
  await fileStore.put(id, 'thumbnail', thumbnail)
  const insert = () =>
    db.unitOfWork(async (em) => {
      await checkUnattached(em, ctx)
      await insertFile(em, {
        ...{ id, uploaderId: ctx.actor.personId, orderId: null, eventId: null, position: null },
        ...{ mime, bytes: full.length, width, height },
        sha256: createHash('sha256').update(full).digest('hex'),
        createdAt: ctx.now,
        attachedAt: null,
      })
      return id
    })
  try {
    const kept = await once(insert)
    if (kept !== id) await fileStore.remove(id)
    return kept
  } catch (error) {
    // A refusal of our own has been rolled back. After any other failure the row may exist, so the sweep decides.
    if (error instanceof ProblemError) await fileStore.remove(id)
    throw error
  }
}
