import type { Answer, Need, Received } from '@xinban/shared/contracts'
import {
  formatInstant,
  needStates,
  similarity,
  similarThreshold,
  unpackFeatures,
  featuresOf,
} from '@xinban/shared/domain'
import type { Ctx, PublicCtx } from '../../context'
import { forbidden, notFound, notSignedIn } from '../../errors'
import { decodeCursor, pageOf } from '../../http/page'
import { membershipFor } from '../identity'
import { findOrderNumbers } from '../orders'
import { findOrg, findOrgs } from '../orgs'
import type { NeedRow, NeedText } from './need.entity'
import { allowedNeedActions, answererOf, isPublicNeed, mayReadNeed } from './need.policy'
import {
  countGroups,
  findCandidateTitles,
  findNeed,
  findNeedTexts,
  findNeedsOfOrder,
  findPledgesOfCandidates,
  findWaiting,
  listNeeds,
} from './need.repository'

type Query = Received<'needs.list', 'query'>

/** Needs as everyone may read them, my own, or those of the org that I work for. */
export async function presentNeeds(ctx: PublicCtx, query: Query): Promise<Answer<'needs.list'>> {
  const { reader } = ctx.services.db
  if (query.orderId !== undefined) {
    const all = (await findNeedsOfOrder(reader, query.orderId)).filter(
      (need) => mayReadNeed(ctx.actor, need) || isPublicNeed(need),
    )
    return { items: all.map(await needPresenter(ctx, all)), nextCursor: null }
  }
  const scope = await scopeOf(ctx, query)
  if (!scope) return { items: [], nextCursor: null }
  const answered = needStates.filter((state) => state !== 'waiting')
  const offered = query.view === 'public' ? answered : needStates
  const states = offered.filter((state) => query.state === undefined || state === query.state)
  if (states.length === 0) return { items: [], nextCursor: null }
  const rows = await listNeeds(reader, {
    ...{ ...scope, states, before: decodeCursor(query.cursor), limit: query.limit + 1 },
  })
  return pageOf(rows, query.limit, ({ id }) => id, await needPresenter(ctx, rows))
}

const columns = { community: 'community_code', street: 'street_code', district: 'district_code' } as const

async function scopeOf(ctx: PublicCtx, { view, org: code, membershipId }: Query) {
  const { actor } = ctx
  if (view === 'mine') {
    if (!actor) throw notSignedIn()
    return { column: 'owner_id', value: actor.personId } as const
  }
  if (view === 'queue') {
    if (!actor) throw notSignedIn()
    const { level, orgCode } = membershipFor({ actor }, membershipId)
    if (level === 'grid' || level === 'unit') throw forbidden('需求由社区、街道（镇）和区里来看')
    return { column: columns[level], value: orgCode }
  }
  const org = code === undefined ? undefined : await findOrg(ctx.services.db.reader, code)
  if (!org || org.level === 'grid' || org.level === 'unit') return undefined
  return { column: columns[org.level], value: org.code }
}

/** One need, in its public form for whoever may not read its own words. Throws not_found. */
export async function presentNeed(ctx: PublicCtx, id: string): Promise<Need> {
  const need = await findNeed(ctx.services.db.reader, id)
  if (!need || !(mayReadNeed(ctx.actor, need) || isPublicNeed(need))) throw notFound('这个需求')
  return (await needPresenter(ctx, [need]))(need)
}

/** What is shown beside needs, read for all of them together. */
async function needPresenter(ctx: PublicCtx, needs: readonly NeedRow[]): Promise<(need: NeedRow) => Need> {
  const { reader } = ctx.services.db
  const candidateIds = needs.flatMap(({ candidateId }) => (candidateId === null ? [] : [candidateId]))
  const texts = await findNeedTexts(
    reader,
    needs.map(({ id }) => id),
  )
  const orgs = await findOrgs(
    reader,
    needs.map(({ communityCode }) => communityCode),
  )
  const sizes = await countGroups(
    reader,
    needs.map(({ groupId }) => groupId),
  )
  const numbers = await findOrderNumbers(
    reader,
    needs.flatMap(({ orderId }) => (orderId === null ? [] : [orderId])),
  )
  const titles = await findCandidateTitles(reader, candidateIds)
  const pledges = await findPledgesOfCandidates(reader, candidateIds)
  return (need) => {
    const { id, communityCode, source, state, version, groupId, candidateId, orderId, publicTitle } = need
    const isOpen = mayReadNeed(ctx.actor, need)
    const words = isOpen ? texts.get(id) : undefined
    const no = orderId === null ? undefined : numbers.get(orderId)
    const candidate = candidateId === null ? undefined : titles.get(candidateId)
    return {
      ...{ id, communityCode, source, state, version },
      communityName: orgs.get(communityCode)?.name ?? '',
      title: words?.title ?? publicTitle ?? '（本人已注销，内容已删除）',
      content: words?.content ?? null,
      at: formatInstant(need.createdAt),
      isOwn: ctx.actor !== null && need.ownerId === ctx.actor.personId,
      order: isOpen && orderId !== null && no !== undefined ? { id: orderId, no } : null,
      answer:
        need.answerNote === null || need.answeredAt === null
          ? null
          : { note: need.answerNote, at: formatInstant(need.answeredAt) },
      candidate: candidateId !== null && candidate !== undefined ? { id: candidateId, title: candidate } : null,
      pledge: (candidateId === null ? undefined : pledges.get(candidateId)) ?? null,
      group: { id: groupId, size: sizes.get(groupId) ?? 1 },
      allowedActions: allowedNeedActions(ctx.actor, need),
    }
  }
}

const compared = 500
const shownSimilar = 10

const featuresOfNeed = ({ title, content, features }: NeedText) =>
  unpackFeatures(features) ?? featuresOf({ title, content })

/** Unanswered needs of the same community that say the same, for whoever groups them. Throws not_found, forbidden. */
export async function presentSimilarNeeds(ctx: Ctx, id: string): Promise<Answer<'needs.similar'>> {
  const { reader } = ctx.services.db
  const need = await findNeed(reader, id)
  if (!need || !mayReadNeed(ctx.actor, need)) throw notFound('这个需求')
  if (!answererOf(ctx.actor, need)) throw forbidden('需求由所在的社区或上级街道（镇）来合并')
  const waiting = (await findWaiting(reader, need.communityCode, compared)).filter(
    ({ groupId }) => groupId !== need.groupId,
  )
  const texts = await findNeedTexts(reader, [id, ...waiting.map((each) => each.id)])
  const own = texts.get(id)
  if (!own) return { items: [] }
  const features = featuresOfNeed(own)
  const scored = waiting.flatMap((each) => {
    const words = texts.get(each.id)
    const score = words ? similarity({ features }, { features: featuresOfNeed(words) }).score : 0
    return score >= similarThreshold ? [{ each, score }] : []
  })
  const best = scored.sort((a, b) => b.score - a.score).slice(0, shownSimilar)
  const present = await needPresenter(
    ctx,
    best.map(({ each }) => each),
  )
  return { items: best.map(({ each, score }) => ({ need: present(each), score })) }
}
