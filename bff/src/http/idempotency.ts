import { createHash } from 'node:crypto'
import type { Ctx } from '../context'
import { isDuplicateKey } from '../db/retry'
import { execute, insertRow, selectRows } from '../db/rows'
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

const sha256 = (value: string) => createHash('sha256').update(value).digest('hex')

/**
 * Runs `command`, which answers the id of what it made or moved, at most once per person, method, path and key.
 * The key is written in the command's own transaction: of two requests at once one wins, and the other, when its
 * insert finds the key taken, gives the winner's resource. Failures are not remembered, since they roll back.
 */
export async function runOnce(ctx: Ctx, request: IdempotentRequest, command: () => Promise<string>): Promise<string> {
  const { db } = ctx.services
  if (request.key === undefined) return db.unitOfWork(command)
  const scopeHash = sha256([ctx.actor.personId, request.method, request.path, request.key].join('\n'))
  const bodyHash = sha256(JSON.stringify(request.body ?? null))
  const earlier = await findEarlier(ctx, scopeHash)
  if (earlier) return sameResource(earlier, bodyHash)
  try {
    return await db.unitOfWork(async (em) => {
      await insertRow(em, IdempotencyKey, { scopeHash, bodyHash, resourceId: '', createdAt: ctx.now })
      const resourceId = await command()
      await execute(em, 'UPDATE idempotency_keys SET resource_id = ? WHERE scope_hash = ?', [resourceId, scopeHash])
      return resourceId
    })
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    const winner = await findEarlier(ctx, scopeHash)
    if (!winner) throw error
    return sameResource(winner, bodyHash)
  }
}

async function findEarlier(ctx: Ctx, scopeHash: string): Promise<IdempotencyKey | undefined> {
  const { db } = ctx.services
  const [row] = await selectRows(db.reader, IdempotencyKey, 'WHERE scope_hash = ?', [scopeHash])
  if (row && ctx.now.getTime() - row.createdAt.getTime() > keptMs) {
    await db.unitOfWork((em) => execute(em, 'DELETE FROM idempotency_keys WHERE scope_hash = ?', [scopeHash]))
    return undefined
  }
  return row
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
