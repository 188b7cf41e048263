import { randomBytes } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { ActorMembership, Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { insertRow, selectRows } from '../../../db/rows'
import { execute, query } from '../../../db/sql'
import { attachFiles, findFilesOfOrder } from '../../files'
import { commitmentOf, hashOf, rootOf, type ChainFacts } from './chain'
import { PledgeEventRow, PledgeEventText, type ChainAction, type ChainData } from './pledge-event.entity'

/** What an amendment changed, as people read it. */
export interface Change {
  readonly field: string
  readonly from: string
  readonly to: string
}
/** What was written with an event. */
export interface ChainWords {
  readonly note?: string | undefined
  readonly changes?: readonly Change[]
  /** Of a publication: what was promised. */
  readonly terms?: unknown
}

export interface ChainEntry {
  readonly action: ChainAction
  readonly pledge?: { readonly id: string; readonly number: number } | undefined
  readonly used: ActorMembership | null
  readonly data?: ChainData
  readonly words?: ChainWords | undefined
  /** False for what a resident wrote. */
  readonly isPublic?: boolean
  /** Uploads of the actor, which belong to the pledge. */
  readonly attachments?: readonly string[] | undefined
}

/** Who acts and when; nobody, where something happens by itself. */
export type ChainCtx = Pick<Ctx, 'now'> & { readonly actor: Ctx['actor'] | null }

/**
 * Adds an event to the chain of a list, in the running unit of work. The counter of the list is raised first: whoever
 * comes second waits for it, and reads the hash that the first one left.
 * @returns the event's id
 */
export async function appendEvent(
  em: EntityManager,
  ctx: ChainCtx,
  listId: string,
  entry: ChainEntry,
): Promise<string> {
  await execute(em, 'UPDATE pledge_lists SET event_count = event_count + 1 WHERE id = ?', [listId])
  const [list] = await query<{ seq: number; head: string | null }>(
    em,
    'SELECT event_count AS seq, head_hash AS head FROM pledge_lists WHERE id = ?',
    [listId],
  )
  if (!list) throw new Error(`no list ${listId}`)
  const id = newId(ctx.now)
  const pictures = await takePictures(em, ctx, id, entry)
  const data = { ...entry.data, ...(pictures.length > 0 && { pictures }) }
  const commitment = await writeWords(em, id, entry)
  const { action, pledge, used } = entry
  const facts: ChainFacts = {
    ...{ seq: list.seq, at: ctx.now.toISOString(), action, pledge: pledge?.number ?? null },
    ...{ role: used?.role ?? null, org: used?.orgCode ?? null, data, commitment },
  }
  const hash = hashOf(list.head ?? rootOf(listId), facts)
  await insertRow(em, PledgeEventRow, {
    ...{ id, listId, seq: list.seq, pledgeId: pledge?.id ?? null, pledgeNumber: pledge?.number ?? null, action },
    ...{ actorId: ctx.actor?.personId ?? null, actorRole: used?.role ?? null, actorOrgCode: used?.orgCode ?? null },
    ...{ at: ctx.now, data, commitment, hash },
  })
  await execute(em, 'UPDATE pledge_lists SET head_hash = ? WHERE id = ?', [hash, listId])
  return id
}

/** The hashes of the pictures, so that the chain knows which they were. */
async function takePictures(em: EntityManager, ctx: ChainCtx, eventId: string, entry: ChainEntry): Promise<string[]> {
  const { pledge, attachments = [] } = entry
  const { actor, now } = ctx
  if (!pledge || !actor || attachments.length === 0) return []
  await attachFiles(em, { actor, now }, { orderId: pledge.id, eventId }, attachments)
  return ((await findFilesOfOrder(em, pledge.id)).get(eventId) ?? []).map(({ sha256 }) => sha256)
}

async function writeWords(em: EntityManager, eventId: string, entry: ChainEntry): Promise<string | null> {
  const { words, isPublic = true } = entry
  if (!words) return null
  const salt = randomBytes(32).toString('hex')
  const text = JSON.stringify(words)
  await insertRow(em, PledgeEventText, { eventId, salt, words: text, isPublic })
  return commitmentOf(salt, text)
}

export type EventWithWords = PledgeEventRow & { readonly words: ChainWords | null }

/** The events of one pledge, oldest first, with what everyone may read of their words. */
export async function findPledgeEvents(em: EntityManager, pledgeId: string): Promise<EventWithWords[]> {
  const events = await selectRows(em, PledgeEventRow, 'WHERE pledge_id = ? ORDER BY seq', [pledgeId])
  const texts = await selectRows(
    em,
    PledgeEventText,
    'WHERE is_public = 1 AND event_id IN (SELECT id FROM pledge_events WHERE pledge_id = ?)',
    [pledgeId],
  )
  const byEvent = new Map(texts.map(({ eventId, words }) => [eventId, JSON.parse(words) as ChainWords]))
  return events.map((event) => ({ ...event, words: byEvent.get(event.id) ?? null }))
}
