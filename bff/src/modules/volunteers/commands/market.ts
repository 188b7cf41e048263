import type { CreateReward, UpdateReward } from '@xinban/shared/contracts'
import { toPoints } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { insertRow } from '../../../db/rows'
import { forbidden, invalidField, notFound, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { findOrg } from '../../orgs'
import { RedemptionRow, RewardRow } from '../market.entity'
import { findRedemption, findReward, putPieceBack, saveReward, settleRedemption, takePiece } from '../market.repository'
import { addEntry } from '../points.repository'
import { stallKeeperOf } from '../volunteer.policy'
import { newCode } from './activities'
import { expectStall, expectVersion, type Target } from '../expect'

const contentOf = ({ title, detail = '', cost, stock }: UpdateReward) => ({
  ...{ title, detail, stock, costHalfPoints: cost * 2 },
})

/** Throws not_found, forbidden. @returns the id */
export function createReward(ctx: Ctx, { orgCode, ...content }: CreateReward): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const used = stallKeeperOf(ctx.actor, await expectStall(em, orgCode))
    if (!used) throw forbidden('集市由本社区、街道或区里的工作人员来摆')
    const id = newId(ctx.now)
    const row = { id, orgCode, ...contentOf(content), isClosed: false, isDemo: false, version: 1, updatedAt: ctx.now }
    await insertRow(em, RewardRow, row)
    await writeOutbox(em, 'reward.created', { rewardId: id, by: used.id }, ctx.now)
    return id
  })
}

/** Throws not_found, forbidden, version_mismatch, lost_race. */
export const updateReward = (ctx: Ctx, target: Target, content: UpdateReward): Promise<string> =>
  changeReward(ctx, target, 'reward.updated', () => contentOf(content))
export const closeReward = (ctx: Ctx, target: Target): Promise<string> =>
  changeReward(ctx, target, 'reward.closed', ({ isClosed }) => {
    if (isClosed) throw wrongState('已经下架了')
    return { isClosed: true }
  })
export const reopenReward = (ctx: Ctx, target: Target): Promise<string> =>
  changeReward(ctx, target, 'reward.reopened', ({ isClosed }) => {
    if (!isClosed) throw wrongState('已经在架上了')
    return { isClosed: false }
  })

function changeReward(
  ctx: Ctx,
  target: Target,
  topic: string,
  change: (reward: RewardRow) => Partial<RewardRow>,
): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const reward = await findReward(em, target.id)
    const org = reward && (await findOrg(em, reward.orgCode))
    const used = org && stallKeeperOf(ctx.actor, org)
    if (!org || (reward.isClosed && !used)) throw notFound('这件兑换品')
    if (!used) throw forbidden('集市由本社区、街道或区里的工作人员来管')
    expectVersion(target, reward.version)
    await saveReward(em, reward, change(reward), ctx.now)
    await writeOutbox(em, topic, { rewardId: reward.id, by: used.id }, ctx.now)
    return reward.id
  })
}

/**
 * Gives points for one piece. Stock and balance are conditional decrements in one transaction: neither falls below
 * zero, and nothing is taken when one of them fails. Throws not_found, wrong_state. @returns the redemption's id
 */
export function redeem(ctx: Ctx, rewardId: string): Promise<string> {
  const { personId } = ctx.actor
  return ctx.services.db.unitOfWork(async (em) => {
    const reward = await findReward(em, rewardId)
    if (!reward || reward.isClosed) throw notFound('这件兑换品')
    if (!(await takePiece(em, reward))) throw wrongState('这件刚刚换完了，看看别的，或者过几天再来')
    const id = newId(ctx.now)
    const { costHalfPoints, title, orgCode } = reward
    const isPaid = await addEntry(em, ctx.now, {
      ...{ personId, reason: 'redemption', subjectId: id, subject: title, halfPoints: -costHalfPoints },
    })
    if (!isPaid) throw wrongState(`积分不够，这件要 ${toPoints(costHalfPoints)} 分；多参加一次活动就能攒起来`)
    await insertRow(em, RedemptionRow, {
      ...{ id, rewardId, title, orgCode, personId, halfPoints: costHalfPoints, code: newCode() },
      ...{ state: 'reserved', at: ctx.now, version: 1, updatedAt: ctx.now },
    })
    await writeOutbox(em, 'reward.redeemed', { redemptionId: id, personId }, ctx.now)
    return id
  })
}

/** Hands a piece over against its code. Throws not_found, forbidden, invalid, version_mismatch, wrong_state, lost_race. */
export function handOver(ctx: Ctx, target: Target, code: string): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const { redemption, isKeeper } = await expectRedemption(ctx, em, target)
    if (!isKeeper) throw forbidden('由集市的工作人员来交付，请把取货码报给他们')
    if (redemption.state !== 'reserved') throw wrongState('这件已经取走或者取消了')
    if (redemption.code !== code) throw invalidField('code', 'wrong', '取货码不对，请对方打开「我的兑换」再报一遍')
    await settleRedemption(em, redemption, 'handed_over', ctx.now)
    await writeOutbox(em, 'redemption.handed-over', { redemptionId: redemption.id }, ctx.now)
    return redemption.id
  })
}

/** Gives points and piece back. Throws not_found, version_mismatch, wrong_state, lost_race. */
export function cancelRedemption(ctx: Ctx, target: Target): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const { redemption } = await expectRedemption(ctx, em, target)
    if (redemption.state !== 'reserved') throw wrongState('这件已经取走或者取消了')
    await settleRedemption(em, redemption, 'cancelled', ctx.now)
    await putPieceBack(em, redemption.rewardId)
    const { id, personId, title, halfPoints } = redemption
    await addEntry(em, ctx.now, { personId, reason: 'refund', subjectId: id, subject: title, halfPoints })
    await writeOutbox(em, 'redemption.cancelled', { redemptionId: id }, ctx.now)
    return id
  })
}

async function expectRedemption(
  ctx: Ctx,
  em: EntityManager,
  target: Target,
): Promise<{ redemption: RedemptionRow; isKeeper: boolean }> {
  const redemption = await findRedemption(em, target.id)
  const org = redemption && (await findOrg(em, redemption.orgCode))
  const isKeeper = org !== undefined && stallKeeperOf(ctx.actor, org) !== undefined
  if (!redemption || (!isKeeper && redemption.personId !== ctx.actor.personId)) throw notFound('这次兑换')
  expectVersion(target, redemption.version)
  return { redemption, isKeeper }
}
