import type { Answer, Received } from '@xinban/shared/contracts'
import type { ActorMembership, Ctx } from '../../context'
import { forbidden } from '../../errors'
import { decodeCursor, pageOf } from '../../http/page'
import { membershipFor } from '../identity'
import { listWhistles, type WhistleScope } from './whistle.queries'
import { whistleSummaries } from './whistle.presenter'

type Query = Received<'whistles.list', 'query'>

/** A page of whistles of one membership. Throws forbidden for a view that is not of its role, malformed_request. */
export async function presentWhistles(ctx: Ctx, query: Query): Promise<Answer<'whistles.list'>> {
  const { limit, cursor, membershipId } = query
  const scope = scopeOf(membershipFor(ctx, membershipId), query)
  const rows = await listWhistles(ctx.services.db.reader, scope, { before: decodeCursor(cursor), limit: limit + 1 })
  return pageOf(rows, limit, ({ id }) => id, await whistleSummaries(ctx, rows.slice(0, limit)))
}

function scopeOf({ role, orgCode: code }: ActorMembership, { view, open }: Query): WhistleScope {
  const isOpen = open === 'true'
  if (view === 'blown' && role === 'street_staff') return { of: 'street', code, isOpen }
  if (view === 'called' && role === 'unit_staff') return { of: 'department', code, isOpen }
  if (view === 'refusals' && role === 'district_admin') return { of: 'refusals', code }
  if (view === 'all' && (role === 'district_admin' || role === 'auditor')) return { of: 'district', code, isOpen }
  throw forbidden('这里给吹哨的街道（镇）、被吹哨的部门和区里看')
}
