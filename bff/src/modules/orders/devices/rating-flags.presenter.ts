import type { Answer, RatingFlag, Received } from '@xinban/shared/contracts'
import { formatInstant } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { selectRows } from '../../../db/rows'
import { forbidden, notFound } from '../../../errors'
import { decodeCursor, pageOf } from '../../../http/page'
import { maskedNames } from '../../identity'
import { findOrgs, orgRef } from '../../orgs'
import { findOrdersById } from '../order.repository'
import { RatingFlagRow } from './rating-flag.entity'
import { flagReader, mayLookAt } from './rating-flag.policy'

/** Flagged ratings of a district, newest first. Throws forbidden, malformed_request. */
export async function presentFlags(
  ctx: Ctx,
  { limit, cursor, membershipId }: Received<'rating-flags.list', 'query'>,
): Promise<Answer<'rating-flags.list'>> {
  const used = flagReader(ctx.actor, { membershipId })
  if (!used) throw forbidden('评价提示只给督查和区管理员看')
  const afterId = decodeCursor(cursor)
  const rows = await selectRows(
    ctx.services.db.reader,
    RatingFlagRow,
    `WHERE district_code = ? ${afterId === undefined ? '' : 'AND id < ?'} ORDER BY id DESC LIMIT ${limit + 1}`,
    afterId === undefined ? [used.districtCode] : [used.districtCode, afterId],
  )
  return pageOf(rows, limit, ({ id }) => id, await presenterOf(ctx, rows))
}

/** One of them. Throws not_found. */
export async function presentFlag(ctx: Ctx, id: string): Promise<RatingFlag> {
  const rows = await selectRows(ctx.services.db.reader, RatingFlagRow, 'WHERE id = ?', [id])
  const [flag] = rows
  if (!flag || !mayLookAt(ctx.actor, flag)) throw notFound('这条评价提示')
  return (await presenterOf(ctx, rows))(flag)
}

async function presenterOf(ctx: Ctx, flags: readonly RatingFlagRow[]): Promise<(flag: RatingFlagRow) => RatingFlag> {
  const { services } = ctx
  const { reader } = services.db
  const orderIds = [...new Set(flags.flatMap(({ orderId, others }) => [orderId, ...others]))]
  const orders = await findOrdersById(reader, orderIds)
  const orgs = await findOrgs(
    reader,
    [...orders.values()].map(({ communityCode }) => communityCode),
  )
  const nameOf = await maskedNames(
    services,
    flags.flatMap(({ lookedById }) => lookedById ?? []),
  )
  const named = (id: string) => ({ id, no: orders.get(id)?.no ?? '' })
  return ({ id, at, pattern, orderId, others, lookedAt, lookedById, lookNote, ...flag }) => {
    const org = orgs.get(orders.get(orderId)?.communityCode ?? '')
    return {
      ...{ id, pattern, order: named(orderId), others: others.map(named), at: formatInstant(at) },
      community: org ? orgRef(org) : null,
      stars: orders.get(orderId)?.stars ?? null,
      look: lookedAt && { at: formatInstant(lookedAt), by: nameOf(lookedById ?? ''), note: lookNote ?? '' },
      allowedActions: lookedAt === null && mayLookAt(ctx.actor, flag) ? ['look-at'] : [],
    }
  }
}
