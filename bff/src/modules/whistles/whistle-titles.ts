import type { WhistleAction } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../context'
import { selectRows } from '../../db/rows'
import { marks } from '../../db/sql'
import { WhistleEventRow } from './whistle-event.entity'
import { WhistleRow, type WhistlePartyRow } from './whistle.entity'
import { maySee } from './whistle.policy'
import { findParties, findWhistle } from './whistle.repository'

/** Titles of those whistles that the actor may see now, by id. */
export async function findWhistleTitles(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { reader } = ctx.services.db
  const whistles = await selectRows(reader, WhistleRow, `WHERE id IN (${marks(ids)})`, ids)
  const parties = await findParties(reader, ids)
  const called = (id: string) => parties.filter(({ whistleId }) => whistleId === id)
  const shown = whistles.filter((whistle) => maySee(ctx.actor, whistle, called(whistle.id)))
  return new Map(shown.map(({ id, title }) => [id, title]))
}

/** A whistle as it is now, and the event that is news of it; an overdue has none. */
export interface WhistleNews {
  readonly whistle: WhistleRow
  readonly parties: readonly WhistlePartyRow[]
  readonly event: (WhistleEventRow & { readonly action: WhistleAction | 'blow' }) | undefined
}

/** Undefined when there is no such whistle. */
export async function findWhistleNews(
  em: EntityManager,
  whistleId: string,
  eventId: string | undefined,
): Promise<WhistleNews | undefined> {
  const whistle = await findWhistle(em, whistleId)
  if (!whistle) return undefined
  const [event] = eventId === undefined ? [] : await selectRows(em, WhistleEventRow, 'WHERE id = ?', [eventId])
  return { whistle, parties: await findParties(em, [whistleId]), event }
}
