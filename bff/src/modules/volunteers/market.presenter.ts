import type { Answer, Redemption, Reward } from '@xinban/shared/contracts'
import { formatInstant, toPoints } from '@xinban/shared/domain'
import type { Ctx, PublicCtx } from '../../context'
import { forbidden, notFound } from '../../errors'
import { decodeCursor, pageOf } from '../../http/page'
import { maskedNames } from '../identity'
import { findOrgs, orgRef } from '../orgs'
import { expectStall } from './expect'
import type { RedemptionRow, RewardRow } from './market.entity'
import { findRedemption, findReward, listRewards, redemptionsOf, waitingRedemptions } from './market.repository'
import { entriesOf } from './points.repository'
import { stallKeeperOf } from './volunteer.policy'

/** Greater than every id. */
const lastId = 'g'

interface Asked {
  readonly limit: number
  readonly cursor?: string | undefined
}

async function rewardPresenter(ctx: PublicCtx, rows: readonly RewardRow[]): Promise<(row: RewardRow) => Reward> {
  const orgs = await findOrgs(
    ctx.services.db.reader,
    rows.map(({ orgCode }) => orgCode),
  )
  return ({ id, orgCode, title, detail, costHalfPoints, stock, isClosed, isDemo, version }) => {
    const org = orgs.get(orgCode)
    if (!org) throw new Error(`reward ${id} is of ${orgCode}, which is no org`)
    const isKeeper = stallKeeperOf(ctx.actor, org) !== undefined
    return {
      ...{ id, org: orgRef(org), title, detail, cost: toPoints(costHalfPoints), stock, isClosed, isDemo, version },
      allowedActions: [
        ...(ctx.actor && !isClosed && stock > 0 ? (['redeem'] as const) : []),
        ...(isKeeper ? (['update', isClosed ? 'reopen' : 'close'] as const) : []),
      ],
    }
  }
}

export async function presentReward(ctx: PublicCtx, id: string): Promise<Reward> {
  const reward = await findReward(ctx.services.db.reader, id)
  if (!reward) throw notFound('这件兑换品')
  return (await rewardPresenter(ctx, [reward]))(reward)
}

export async function presentRewards(ctx: PublicCtx, asked: Asked & { org: string }): Promise<Answer<'rewards.list'>> {
  const { reader } = ctx.services.db
  const org = await expectStall(reader, asked.org)
  const rows = await listRewards(reader, {
    ...{ orgCode: org.code, withClosed: stallKeeperOf(ctx.actor, org) !== undefined },
    ...{ afterId: decodeCursor(asked.cursor) ?? '', limit: asked.limit + 1 },
  })
  return pageOf(rows, asked.limit, ({ id }) => id, await rewardPresenter(ctx, rows))
}

async function redemptionPresenter(
  ctx: Ctx,
  rows: readonly RedemptionRow[],
): Promise<(row: RedemptionRow) => Redemption> {
  const orgs = await findOrgs(
    ctx.services.db.reader,
    rows.map(({ orgCode }) => orgCode),
  )
  const nameOf = await maskedNames(
    ctx.services,
    rows.map(({ personId }) => personId),
  )
  return (row) => {
    const org = orgs.get(row.orgCode)
    if (!org) throw new Error(`redemption ${row.id} is of ${row.orgCode}, which is no org`)
    const isOwn = row.personId === ctx.actor.personId
    const waits = row.state === 'reserved'
    return {
      ...{ id: row.id, reward: { id: row.rewardId, title: row.title }, org: orgRef(org) },
      ...{ name: nameOf(row.personId), isOwn, points: toPoints(row.halfPoints), state: row.state },
      code: isOwn && waits ? row.code : null,
      ...{ at: formatInstant(row.at), version: row.version },
      allowedActions: [
        ...(waits && stallKeeperOf(ctx.actor, org) ? (['hand-over'] as const) : []),
        ...(waits ? (['cancel'] as const) : []),
      ],
    }
  }
}

export async function presentRedemption(ctx: Ctx, id: string): Promise<Redemption> {
  const redemption = await findRedemption(ctx.services.db.reader, id)
  if (!redemption) throw notFound('这次兑换')
  return (await redemptionPresenter(ctx, [redemption]))(redemption)
}

/** One's own, the latest first; or with an org what waits at its stall, the longest waiting first. */
export async function presentRedemptions(
  ctx: Ctx,
  { org: code, limit, cursor }: Asked & { org?: string | undefined },
): Promise<Answer<'redemptions.list'>> {
  const { reader } = ctx.services.db
  const key = decodeCursor(cursor)
  const rows =
    code === undefined
      ? await redemptionsOf(reader, ctx.actor.personId, key ?? lastId, limit + 1)
      : await waitingRedemptions(reader, await expectOwnStall(ctx, code), key ?? '', limit + 1)
  return pageOf(rows, limit, ({ id }) => id, await redemptionPresenter(ctx, rows))
}

async function expectOwnStall(ctx: Ctx, code: string): Promise<string> {
  const org = await expectStall(ctx.services.db.reader, code)
  if (!stallKeeperOf(ctx.actor, org)) throw forbidden('谁来取货，只给这个集市的工作人员看')
  return org.code
}

/** One's own points ledger, the latest first. */
export async function presentEntries(ctx: Ctx, { limit, cursor }: Asked): Promise<Answer<'point-entries.list'>> {
  const { reader } = ctx.services.db
  const rows = await entriesOf(reader, ctx.actor.personId, decodeCursor(cursor) ?? lastId, limit + 1)
  return pageOf(
    rows,
    limit,
    ({ id }) => id,
    ({ id, at, reason, subject, halfPoints, balance, note }) => ({
      ...{ id, at: formatInstant(at), reason, subject, note },
      ...{ points: toPoints(halfPoints), balance: toPoints(balance) },
    }),
  )
}
