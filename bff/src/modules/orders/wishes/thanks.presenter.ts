import type { Thanks } from '@xinban/shared/contracts'
import { formatInstant } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { forbidden, notFound } from '../../../errors'
import { decodeCursor, pageOf } from '../../../http/page'
import { membershipFor } from '../../identity'
import { findOrgs, orgRef } from '../../orgs'
import { findThanks, listThanks, mayDecide, maySeeThanks } from './thanks.queries'
import type { WishThanks } from './wish-thanks.entity'

async function thanksPresenter(ctx: Ctx, rows: readonly WishThanks[]): Promise<(row: WishThanks) => Thanks> {
  const orgs = await findOrgs(
    ctx.services.db.reader,
    rows.map(({ unitCode }) => unitCode),
  )
  return (row) => {
    const unit = orgs.get(row.unitCode)
    return {
      ...{ id: row.id, orderId: row.orderId, text: row.text, state: row.state, at: formatInstant(row.at) },
      unit: unit ? orgRef(unit) : { code: row.unitCode, name: row.unitCode, level: 'unit' },
      allowedActions: row.state === 'waiting' && mayDecide(ctx.actor, row) ? ['decide'] : [],
    }
  }
}

/** Throws not_found for those it is not for. */
export async function presentThanks(ctx: Ctx, id: string): Promise<Thanks> {
  const row = await findThanks(ctx.services.db.reader, id)
  if (!row || !maySeeThanks(ctx.actor, row)) throw notFound('这句感谢的话')
  return (await thanksPresenter(ctx, [row]))(row)
}

/** What a unit was thanked for, or what waits for the look of a street or district. Throws forbidden for other roles. */
export async function presentThanksList(
  ctx: Ctx,
  { membershipId }: { membershipId?: string },
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: Thanks[]; nextCursor: string | null }> {
  const { role, orgCode } = membershipFor(ctx, membershipId)
  const columns = { unit_staff: 'unit_code', street_staff: 'street_code', district_admin: 'district_code' } as const
  if (role !== 'unit_staff' && role !== 'street_staff' && role !== 'district_admin') {
    throw forbidden('感谢的话给单位和街道看')
  }
  const rows = await listThanks(ctx.services.db.reader, {
    ...{ column: columns[role], code: orgCode, state: role === 'unit_staff' ? 'shown' : 'waiting' },
    ...{ before: decodeCursor(cursor), limit: limit + 1 },
  })
  return pageOf(rows, limit, ({ id }) => id, await thanksPresenter(ctx, rows.slice(0, limit)))
}
