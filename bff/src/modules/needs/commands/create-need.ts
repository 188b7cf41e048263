import type { Received } from '@xinban/shared/contracts'
import { chinaDate, featuresOf, packFeatures, type NeedSource } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { alreadyExists, forbidden, invalidField, notFound } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { requireConsent } from '../../consents'
import { findOrder, findShownTitles, type OrderRow } from '../../orders'
import { findOrg, isValidOn, type Org } from '../../orgs'
import { listenerOf } from '../need.policy'
import { findNeedOfOrder, insertNeed } from '../need.repository'

type Body = Received<'needs.create', 'body'>

/**
 * Says what a community needs: a resident in a form or out of an order of theirs; staff what they heard, or out of an
 * order of their community. Throws invalid, forbidden, not_found, already_exists, consent_needed.
 * @returns the need's id
 */
export function createNeed(ctx: Ctx, body: Body, { isDemo = false }: { isDemo?: boolean } = {}): Promise<string> {
  const { actor, now, services } = ctx
  return services.db.unitOfWork(async (em) => {
    const community = await expectCommunity(em, ctx, body.communityCode)
    const { code: communityCode, parentCode, districtCode } = community
    const territory = { communityCode, streetCode: parentCode ?? '', districtCode }
    const isStaff = listenerOf(actor, territory) !== undefined
    const source = body.source ?? (body.orderId === undefined ? 'form' : 'order')
    if (isHeard(source) && !isStaff) throw forbidden('走访和议事会上听到的，由社区工作人员来记')
    const order = await expectOrder(em, ctx, body, source)
    if (!isStaff) await requireConsent(em, actor.personId)
    const id = newId(now)
    const { title, content } = body
    await insertNeed(
      em,
      {
        ...{ id, ...territory, source, state: 'waiting', orderId: order?.id ?? null, groupId: id, candidateId: null },
        ownerId: ownerOf(ctx, source, order),
        ...{ writtenById: actor.personId, publicTitle: null, answerNote: null, answeredAt: null, isDemo },
        ...{ version: 1, createdAt: now },
      },
      { needId: id, title, content, features: packFeatures(featuresOf({ title, content })) },
    )
    await writeOutbox(em, 'need.created', { needId: id }, now)
    return id
  })
}

const isHeard = (source: NeedSource) => source === 'visit' || source === 'meeting'

/** Of an order its owner; of what was heard nobody; else whoever says it. */
function ownerOf({ actor }: Ctx, source: NeedSource, order: OrderRow | undefined): string | null {
  if (order) return order.ownerId
  return isHeard(source) ? null : actor.personId
}

async function expectCommunity(em: EntityManager, ctx: Ctx, code: string): Promise<Org> {
  const community = await findOrg(em, code)
  if (community?.level !== 'community' || !isValidOn(community, chinaDate(ctx.now))) {
    throw invalidField('communityCode', 'unknown', '没有这个社区，请重新选择')
  }
  return community
}

async function expectOrder(
  em: EntityManager,
  ctx: Ctx,
  { orderId, communityCode }: Body,
  source: NeedSource,
): Promise<OrderRow | undefined> {
  if (orderId === undefined) {
    if (source === 'order') throw invalidField('orderId', 'missing', '请选择这个需求来自哪个单')
    return undefined
  }
  const order = await findOrder(em, orderId)
  const shown = await findShownTitles(ctx, [orderId])
  if (!order || !shown.has(orderId)) throw notFound('这个单')
  if (order.communityCode !== communityCode) {
    throw invalidField('orderId', 'elsewhere', '这个单不在所选的社区，请重新选择')
  }
  if (await findNeedOfOrder(em, orderId)) throw alreadyExists('这个单已经列为需求了')
  return order
}
