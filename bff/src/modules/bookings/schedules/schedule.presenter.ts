import type { AffectedBooking, Answer } from '@xinban/shared/contracts'
import { formatInstant } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { findPublished } from '../../catalogue'
import { currentDefaults, findHallItems, keptHall } from '../../halls'
import { maskedNames } from '../../identity'
import type { Displaced } from './displace'

/** The schedule as it is saved, for whoever keeps it. Throws not_found, forbidden. */
export async function presentSchedule(ctx: Ctx, hallId: string): Promise<Answer<'halls.schedule'>> {
  const { reader } = ctx.services.db
  const { hall, org } = await keptHall(reader, ctx, hallId)
  const items = await findHallItems(reader, hallId)
  const contents = await findPublished(
    reader,
    items.map(({ itemId }) => itemId),
  )
  return {
    hallId,
    weekly: hall.weekly,
    overrides: hall.overrides.map((override) => ({ ...override, hours: [...override.hours] })),
    policy: hall.policy,
    follows: hall.follows,
    defaults: (await currentDefaults(reader, org.districtCode)).defaults,
    items: items.map(({ itemId, scope, follows, rules }) => ({
      ...{ itemId, scope, follows },
      rules: { ...rules, weekly: rules.weekly && [...rules.weekly] },
    })),
    itemNames: Object.fromEntries([...contents].map(([id, { name }]) => [id, name])),
    version: hall.version,
  }
}

export async function presentDisplaced(ctx: Ctx, displaced: readonly Displaced[]): Promise<AffectedBooking[]> {
  const { services } = ctx
  const contents = await findPublished(services.db.reader, [...new Set(displaced.map(({ booking }) => booking.itemId))])
  const nameOf = await maskedNames(
    services,
    displaced.flatMap(({ booking }) => booking.ownerId ?? []),
  )
  return displaced.map(({ booking, reason, offers }) => ({
    id: booking.id,
    item: contents.get(booking.itemId)?.name ?? '已停办的事项',
    person: booking.shownName ?? (booking.ownerId === null ? null : nameOf(booking.ownerId)),
    start: formatInstant(booking.startsAt),
    reason,
    offers: offers.map(formatInstant),
  }))
}
