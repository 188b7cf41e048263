import type { Ctx } from '../../context'
import { marks, query } from '../../db/sql'
import { findPublished } from '../catalogue'
import { findHalls } from '../halls'

/** What the caller's bookings, numbers and places on waitlists are about, by id; those of others are left out. */
export async function findBookingTitles(
  { services, actor }: Ctx,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { reader } = services.db
  const found = await query<{ id: string; hallId: string; itemId: string | null }>(
    reader,
    ['bookings:owner_id', 'waitlist_entries:person_id', 'tickets:person_id']
      .map((table) => table.split(':'))
      .map(
        ([table, owner]) =>
          `SELECT id, hall_id AS hallId, item_id AS itemId FROM ${table} WHERE ${owner} = ? AND id IN (${marks(ids)})`,
      )
      .join(' UNION ALL '),
    [1, 2, 3].flatMap(() => [actor.personId, ...ids]),
  )
  const halls = await findHalls(reader, new Set(found.map(({ hallId }) => hallId)))
  const items = await findPublished(reader, [...new Set(found.flatMap(({ itemId }) => itemId ?? []))])
  return new Map(
    found.map(({ id, hallId, itemId }) => {
      const parts = [itemId === null ? undefined : items.get(itemId)?.name, halls.get(hallId)?.name]
      return [id, parts.filter((part) => part !== undefined).join(' · ')]
    }),
  )
}
