import type { Received } from '@xinban/shared/contracts'
import { needAfter } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { ActorMembership, Ctx } from '../../../context'
import { forbidden, invalidField, notFound, versionMismatch, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { findOrder, findShownTitles, placeOrder } from '../../orders'
import { findCandidate, findCollecting, findList, insertCandidate } from '../../pledges'
import type { NeedRow } from '../need.entity'
import { answererOf, isPublicNeed, mayReadNeed } from '../need.policy'
import { findGroup, findNeed, findNeedTexts, saveNeed } from '../need.repository'

type Body = Received<'needs.answer', 'body'>
export interface NeedTarget {
  readonly id: string
  readonly expectedVersion?: number | undefined
}

/** Loads a need for whoever answers it. Throws not_found, forbidden, version_mismatch. */
export async function expectAnswerer(
  em: EntityManager,
  ctx: Ctx,
  { id, expectedVersion }: NeedTarget,
): Promise<{ need: NeedRow; used: ActorMembership }> {
  const need = await findNeed(em, id)
  if (!need || !(mayReadNeed(ctx.actor, need) || isPublicNeed(need))) throw notFound('这个需求')
  const used = answererOf(ctx.actor, need)
  if (!used) throw forbidden('需求由所在的社区或上级街道（镇）来答复')
  if (expectedVersion !== undefined && expectedVersion !== need.version) throw versionMismatch()
  return { need, used }
}

/**
 * Answers a need in public, and with it every need of its group that has no better answer: it became a candidate, it
 * became an order, or not now and why. Throws as `expectAnswerer` does, wrong_state, invalid, lost_race.
 * @returns the need's id
 */
export function answerNeed(ctx: Ctx, target: NeedTarget, body: Body): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const { need, used } = await expectAnswerer(em, ctx, target)
    const state = needAfter(need.state, body.decision)
    if (!state) throw wrongState('这个需求已经有了着落，不用再答复')
    const own = (await findNeedTexts(em, [need.id])).get(need.id)?.title
    const publicTitle = body.publicTitle || own
    if (!publicTitle) throw invalidField('publicTitle', 'missing', '请写明这个需求公开时怎么说')
    const outcome = await outcomeOf(em, ctx, { need, used, body, publicTitle })
    for (const each of await findGroup(em, need.groupId)) {
      if (!needAfter(each.state, body.decision)) continue
      await saveNeed(em, each, {
        ...{ state, publicTitle, answerNote: body.note, answeredAt: ctx.now, ...outcome.forAll },
        ...(each.id === need.id && outcome.forItself),
      })
      await writeOutbox(em, 'need.answered', { needId: each.id, personId: ctx.actor.personId }, ctx.now)
    }
    return need.id
  })
}

interface Answering {
  readonly need: NeedRow
  readonly used: ActorMembership
  readonly body: Body
  readonly publicTitle: string
}
interface Outcome {
  readonly forAll: Partial<NeedRow>
  /** An order belongs to one need: the others keep their own. */
  readonly forItself: Partial<NeedRow>
}

async function outcomeOf(em: EntityManager, ctx: Ctx, answering: Answering): Promise<Outcome> {
  switch (answering.body.decision) {
    case 'candidate':
      return { forAll: { candidateId: await candidateOf(em, ctx, answering) }, forItself: {} }
    case 'order':
      return { forAll: {}, forItself: { orderId: await orderOf(em, ctx, answering) } }
    case 'decline':
      return { forAll: {}, forItself: {} }
  }
}

/** The candidate that it joins, or a new one on the list that its community collects for. */
async function candidateOf(em: EntityManager, ctx: Ctx, { need, used, body, publicTitle }: Answering): Promise<string> {
  const { candidateId, category, candidateSummary: summary } = body
  if (candidateId !== undefined) {
    const candidate = await findCandidate(em, candidateId)
    const list = candidate && (await findList(em, candidate.listId))
    const isTheirs = list && [need.communityCode, need.streetCode, need.districtCode].includes(list.orgCode)
    if (!isTheirs) throw invalidField('candidateId', 'unknown', '没有这个候选事项，请重新选择')
    if (list.publishedAt !== null) throw wrongState('这份清单已经公布，不能再并入候选事项')
    return candidateId
  }
  const list = await findCollecting(em, need.communityCode)
  if (!list) throw wrongState('还没有正在问需的清单，请先立今年的实事清单')
  return insertCandidate(em, ctx, { list, used }, { title: publicTitle, summary: summary || publicTitle, category })
}

async function orderOf(em: EntityManager, ctx: Ctx, { need, body }: Answering): Promise<string> {
  if (body.newOrder !== undefined) return newOrderOf(em, ctx, need, body)
  const orderId = body.orderId ?? need.orderId
  if (orderId === null) throw invalidField('orderId', 'missing', '请填上办这件事的单；还没有单，就选“新建一个单”')
  const order = await findOrder(em, orderId)
  if (order?.communityCode !== need.communityCode || !(await findShownTitles(ctx, [orderId])).has(orderId)) {
    throw invalidField('orderId', 'unknown', '没有找到这个单，请核对后再填')
  }
  return orderId
}

/** An order made of the need, owned by whoever said it, who is told. */
async function newOrderOf(em: EntityManager, ctx: Ctx, need: NeedRow, { newOrder, orderId }: Body): Promise<string> {
  if (newOrder === undefined || orderId !== undefined) {
    throw invalidField('newOrder', 'conflict', '已经填了单，就不用再新建一个')
  }
  if (need.orderId !== null) throw invalidField('newOrder', 'exists', '这个需求已经有单了，不用再新建一个')
  const words = (await findNeedTexts(em, [need.id])).get(need.id)
  if (need.ownerId === null || !words) {
    throw invalidField('newOrder', 'unowned', '没有登记是谁提的，不能直接建单。请先替居民点单，再在这里填上那个单')
  }
  const { title, content } = words
  const { communityCode, ownerId } = need
  return placeOrder(ctx, { ...newOrder, communityCode, title, content, visibility: 'private' }, { ownerId })
}
