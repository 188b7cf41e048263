import type { Answer, Received } from '@xinban/shared/contracts'
import { isOpen } from '@xinban/shared/domain'
import type { ActorMembership, Ctx } from '../../context'
import { forbidden, notFound } from '../../errors'
import { decodeCursor, pageOf } from '../../http/page'
import { membershipFor } from '../identity'
import { findOrder, findShownTitles } from '../orders'
import { maySee } from './whistle.policy'
import { listWhistles, whistlesAbout, type WhistleScope } from './whistle.queries'
import { findParties } from './whistle.repository'
import { whistleSummaries } from './whistle.presenter'

type Query = Received<'whistles.list', 'query'>

/** A page of whistles of one membership. Throws forbidden for a view that is not of its role, malformed_request. */
export async function presentWhistles(ctx: Ctx, query: Query): Promise<Answer<'whistles.list'>> {
  const { limit, cursor, membershipId } = query
  const scope = scopeOf(membershipFor(ctx, membershipId), query)
  const rows = await listWhistles(ctx.services.db.reader, scope, { before: decodeCursor(cursor), limit: limit + 1 })
  return pageOf(rows, limit, ({ id }) => id, await whistleSummaries(ctx, rows.slice(0, limit)))
}

/**
 * Whistles about an order, as far as the caller may see them; its street may blow one while the order is open. Throws
 * not_found for an order that is invisible.
 */
export async function presentWhistlesOfOrder(ctx: Ctx, orderId: string): Promise<Answer<'whistles.of-order'>> {
  const { reader } = ctx.services.db
  const order = await findOrder(reader, orderId)
  if (!order || !(await findShownTitles(ctx, [orderId])).has(orderId)) throw notFound('这个单')
  const whistles = await whistlesAbout(reader, orderId)
  const parties = await findParties(
    reader,
    whistles.map(({ id }) => id),
  )
  const shown = whistles.filter((whistle) =>
    maySee(
      ctx.actor,
      whistle,
      parties.filter(({ whistleId }) => whistleId === whistle.id),
    ),
  )
  const isStreet = ctx.actor.memberships.some(
    ({ role, orgCode }) => role === 'street_staff' && orgCode === order.streetCode,
  )
  const present = await whistleSummaries(ctx, shown)
  return { items: shown.map(present), allowedActions: isStreet && isOpen(order.status) ? ['blow'] : [] }
}

function scopeOf({ role, orgCode: code }: ActorMembership, { view, open }: Query): WhistleScope {
  const isCurrent = open === 'true'
  if (view === 'blown' && role === 'street_staff') return { of: 'street', code, isOpen: isCurrent }
  if (view === 'called' && role === 'unit_staff') return { of: 'department', code, isOpen: isCurrent }
  if (view === 'refusals' && role === 'district_admin') return { of: 'refusals', code }
  if (view === 'all' && (role === 'district_admin' || role === 'auditor'))
    return { of: 'district', code, isOpen: isCurrent }
  throw forbidden('这里给吹哨的街道（镇）、被吹哨的部门和区里看')
}
