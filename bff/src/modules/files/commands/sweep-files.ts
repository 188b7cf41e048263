import { unattachedHours } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { deleteUnattached, findUnattachedBefore, withoutRow } from '../file.repository'

const batch = 200

interface Sweep {
  /** How far back to look for bytes without a row; a restart looks at everything. */
  readonly from: Date
  readonly signal?: AbortSignal
}

/**
 * Removes uploads that nothing took within a day, and bytes that a crash left without a row. Bytes go only after
 * their row is gone: an upload that an order takes at this moment either was taken, and is left, or is found deleted.
 * @returns how many files
 */
export async function sweepFiles(ctx: Pick<Ctx, 'services' | 'now'>, { from, signal }: Sweep): Promise<number> {
  const before = new Date(ctx.now.getTime() - unattachedHours * 3_600_000)
  return (await sweepUnattached(ctx, before, signal)) + (await sweepStrays(ctx, from, before, signal))
}

async function sweepUnattached({ services }: Pick<Ctx, 'services'>, before: Date, signal?: AbortSignal) {
  const { db, fileStore } = services
  let swept = 0
  for (;;) {
    const ids = await findUnattachedBefore(db.reader, before, batch)
    for (const id of ids) {
      if (signal?.aborted) return swept
      if (!(await db.unitOfWork((em) => deleteUnattached(em, id)))) continue
      await fileStore.remove(id)
      swept += 1
    }
    if (ids.length < batch) return swept
  }
}

async function sweepStrays({ services }: Pick<Ctx, 'services'>, from: Date, before: Date, signal?: AbortSignal) {
  const { db, fileStore } = services
  let swept = 0
  const sweep = async (ids: readonly string[]) => {
    for (const id of await withoutRow(db.reader, ids)) {
      await fileStore.remove(id)
      swept += 1
    }
  }
  let ids: string[] = []
  for await (const id of fileStore.list(from, before)) {
    if (signal?.aborted) return swept
    ids.push(id)
    if (ids.length < batch) continue
    await sweep(ids)
    ids = []
  }
  await sweep(ids)
  return swept
}
