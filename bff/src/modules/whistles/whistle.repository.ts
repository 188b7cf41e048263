import { randomInt } from 'node:crypto'
import { shortDate, type WhistleAction, type WhistleStatus } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { ActorMembership, Ctx } from '../../context'
import { newId } from '../../db/ids'
import { isDuplicateKey } from '../../db/retry'
import { insertRow, insertRows, selectPairs, selectRows, updateRows } from '../../db/rows'
import { marks } from '../../db/sql'
import { lostRace } from '../../errors'
import { writeOutbox } from '../../outbox/write-outbox'
import { attachFiles } from '../files'
import { WhistleEventRow, WhistleEventText, type WhistleEventData } from './whistle-event.entity'
import { WhistlePartyRow, WhistleRow } from './whistle.entity'

export async function findWhistle(em: EntityManager, id: string): Promise<WhistleRow | undefined> {
  const [whistle] = await selectRows(em, WhistleRow, 'WHERE id = ?', [id])
  return whistle
}

/** Every department of some whistles, in the order in which the street named them. */
export async function findParties(em: EntityManager, whistleIds: readonly string[]): Promise<WhistlePartyRow[]> {
  if (whistleIds.length === 0) return []
  return selectRows(
    em,
    WhistlePartyRow,
    `WHERE whistle_id IN (${marks(whistleIds)}) ORDER BY whistle_id, position`,
    whistleIds,
  )
}

export type WhistleEventWithNote = WhistleEventRow & { readonly note: string | null }

/** The shared timeline, oldest first. */
export async function findWhistleEvents(em: EntityManager, whistleId: string): Promise<WhistleEventWithNote[]> {
  const rows = await selectPairs(
    em,
    [WhistleEventRow, 'id'],
    [WhistleEventText, 'event_id'],
    'WHERE a.whistle_id = ? ORDER BY a.seq',
    [whistleId],
  )
  return rows.map(([event, text]) => ({ ...event, note: text?.note ?? null }))
}

/** What one action adds to the history. */
export interface WhistleFact {
  readonly action: WhistleAction | 'blow'
  readonly to: WhistleStatus
  readonly used: ActorMembership
  readonly departmentCode: string | null
  readonly data?: WhistleEventData | undefined
  readonly note?: string | undefined
  /** Uploads of the actor that the event takes. */
  readonly attachments?: readonly string[] | undefined
}

/** What the world hears of each action. */
const topics: Record<WhistleFact['action'], string> = {
  blow: 'whistle.blown',
  sign: 'whistle.signed',
  refuse: 'whistle.refused',
  'resolve-refusal': 'whistle.refusal-resolved',
  contact: 'whistle.contacted',
  'report-in': 'whistle.attended',
  progress: 'whistle.progressed',
  finish: 'whistle.finished',
  'send-back': 'whistle.sent-back',
  close: 'whistle.closed',
  withdraw: 'whistle.withdrawn',
  'grade-department': 'whistle.department-graded',
  'grade-street': 'whistle.street-graded',
}

/** Adds a new whistle under a number of its own, `S` with date and six digits, with its departments and first event. */
export async function insertWhistle(
  em: EntityManager,
  ctx: Ctx,
  whistle: Omit<WhistleRow, 'no'>,
  parties: readonly WhistlePartyRow[],
  fact: WhistleFact,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const no = `S${shortDate(whistle.blownAt)}${String(randomInt(1_000_000)).padStart(6, '0')}`
    try {
      await insertRow(em, WhistleRow, { ...whistle, no })
      break
    } catch (error) {
      if (attempt === 5 || !isDuplicateKey(error)) throw error
    }
  }
  await insertRows(em, WhistlePartyRow, parties)
  await writeFact(em, ctx, { whistleId: whistle.id, seq: whistle.version }, fact)
}

/** A department as it was and as it will be. */
export interface PartyChange {
  readonly before: WhistlePartyRow
  readonly after: WhistlePartyRow
}

/**
 * Moves a whistle and its departments if nobody has since they were loaded. Event and outbox row are written in the
 * same transaction. Throws lost_race when somebody was faster; then nothing is written.
 */
export async function saveWhistle(
  em: EntityManager,
  ctx: Ctx,
  whistle: WhistleRow,
  change: Partial<WhistleRow>,
  parties: readonly PartyChange[],
  fact: WhistleFact,
): Promise<void> {
  const version = whistle.version + 1
  const moved = await updateRows(
    em,
    WhistleRow,
    { ...change, status: fact.to, version, updatedAt: ctx.now },
    'id = ? AND version = ? AND status = ?',
    [whistle.id, whistle.version, whistle.status],
  )
  if (moved === 0) throw lostRace()
  for (const party of parties) if (!(await saveParty(em, party))) throw lostRace()
  await writeFact(em, ctx, { whistleId: whistle.id, seq: version }, fact)
}

/** @returns whether nobody had changed the department since it was loaded */
export async function saveParty(em: EntityManager, { before, after }: PartyChange): Promise<boolean> {
  const set = { ...after, version: before.version + 1 }
  return (await updateRows(em, WhistlePartyRow, set, 'id = ? AND version = ?', [before.id, before.version])) === 1
}

async function writeFact(
  em: EntityManager,
  ctx: Ctx,
  { whistleId, seq }: { whistleId: string; seq: number },
  { action, to, used, departmentCode, data = {}, note, attachments = [] }: WhistleFact,
): Promise<void> {
  const id = newId(ctx.now)
  await insertRow(em, WhistleEventRow, {
    ...{ id, whistleId, seq, action, actorId: ctx.actor.personId, membershipId: used.id, actorRole: used.role },
    ...{ actorOrgCode: used.orgCode, departmentCode, toStatus: to, at: ctx.now },
    data: attachments.length > 0 ? { ...data, pictures: attachments.length } : data,
  })
  if (note) await insertRow(em, WhistleEventText, { eventId: id, note })
  // A picture belongs to an event; what the event is of stands in the column that orders use.
  await attachFiles(em, ctx, { orderId: whistleId, eventId: id }, attachments)
  await writeOutbox(em, topics[action], { whistleId, eventId: id }, ctx.now)
}
