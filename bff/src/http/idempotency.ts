import { createHash } from 'node:crypto'
import type { Ctx } from '../context'
import { insertRow, selectRows } from '../db/rows'
import { execute } from '../db/sql'
import { idempotencyKeyReused } from '../errors'
import { IdempotencyKey } from './idempotency-key.entity'

const keptMs = 24 * 60 * 60_000

export interface IdempotentRequest {
  readonly method: string
  readonly path: string
  /** The header's value; undefined makes every request a new one. */
  readonly key: string | undefined
  readonly body: unknown
}

/** Runs a transaction, telling it what was seen before. */
export type Around<Seen> = (run: (seen?: Seen) => Promise<string>) => Promise<string>

const sha256 = (value: string) => createHash('sha256').update(value).digest('hex')

/**
 * Runs `command`, which answers the id of what it made or moved, at most once per person, method, path and key.
 * The key is the last thing written in the command's own transaction: whoever comes second, at the same moment or
 * later, is refused by the command or by the key, writes nothing, and is given the first one's resource.
 * Failures are not remembered, since they roll back.
 * @param around what is to be seen or waited for outside of the transaction; it may throw instead of opening one
 */
export async function runOnce<Seen>(
  ctx: Ctx,
  request: IdempotentRequest,
  command: (seen?: Seen) => Promise<string>,
  around: Around<Seen> = (run) => run(),
): Promise<string> {
  const { db } = ctx.services
  if (request.key === undefined) return around((seen) => db.unitOfWork(() => command(seen)))
  const scopeHash = sha256([ctx.actor.personId, request.method, request.path, request.key].join('\n'))
  const bodyHash = sha256(JSON.stringify(request.body ?? null))
  const once = () =>
    around((seen) =>
      db.unitOfWork(async (em) => {
        const resourceId = await command(seen)
        await insertRow(em, IdempotencyKey, { scopeHash, bodyHash, resourceId, createdAt: ctx.now })
        return resourceId
      }),
    )
  try {
    return await once()
  } catch (error) {
    const earlier = await findEarlier(ctx, scopeHash)
    if (earlier === 'expired') return once()
    if (!earlier) throw error
    return sameResource(earlier, bodyHash)
  }
}

async function findEarlier(ctx: Ctx, scopeHash: string): Promise<IdempotencyKey | 'expired' | undefined> {
  const { db } = ctx.services
  const [row] = await selectRows(db.reader, IdempotencyKey, 'WHERE scope_hash = ?', [scopeHash])
  if (!row || ctx.now.getTime() - row.createdAt.getTime() <= keptMs) return row
  await db.unitOfWork((em) => execute(em, 'DELETE FROM idempotency_keys WHERE scope_hash = ?', [scopeHash]))
  return 'expired'
}

function sameResource(row: IdempotencyKey, bodyHash: string): string {
  if (row.bodyHash !== bodyHash) throw idempotencyKeyReused()
  return row.resourceId
}

/** Forgets keys that are past their day. */
export function sweepIdempotencyKeys(ctx: Pick<Ctx, 'services' | 'now'>): Promise<number> {
  const before = new Date(ctx.now.getTime() - keptMs)
  return ctx.services.db.unitOfWork((em) => execute(em, 'DELETE FROM idempotency_keys WHERE created_at < ?', [before]))
}
