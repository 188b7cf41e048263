import type { Answer, Received } from '@xinban/shared/contracts'
import { featuresOf, rankSimilar, similarThreshold, unpackFeatures, type SimilarSide } from '@xinban/shared/domain'
import type { Ctx } from '../../context'
import { notFound } from '../../errors'
import { queueScope } from './order-scopes'
import { openPoint } from './order-personal'
import { maySee, supervisorOf } from './order.policy'
import { publicSummary, summaryPresenter } from './order.presenter'
import { findOrdersById, findWholeOrder } from './order.repository'
import { findComparable } from './similar.queries'

const shown = 5

/** Orders that say the same, best first; what the caller is no party to appears in its public form. */
export async function presentSimilar(
  ctx: Ctx,
  query: Received<'orders.similar', 'query'>,
): Promise<Answer<'orders.similar'>> {
  const { db, personalData } = ctx.services
  const draft = query.orderId === undefined ? fromDraft(query) : await fromOrder(ctx, query.orderId)
  const candidates = await findComparable(db.reader, personalData, {
    ...draft,
    ownerId: ctx.actor.personId,
    except: query.orderId,
    now: ctx.now,
  })
  const ranked = rankSimilar(draft.side, candidates, { limit: shown, threshold: similarThreshold })
  const orders = await findOrdersById(
    db.reader,
    ranked.map(({ candidate }) => candidate.id),
  )
  const present = await summaryPresenter(ctx, [...orders.values()])
  return {
    items: ranked.flatMap(({ candidate: { id }, score }) => {
      const order = orders.get(id)
      if (!order) return []
      const isMine = order.ownerId === ctx.actor.personId || order.placedById === ctx.actor.personId
      return [{ order: maySee(ctx.actor, order) ? present(order) : publicSummary(present(order)), score, isMine }]
    }),
  }
}

function fromDraft({ communityCode = '', title = '', content = '', place }: Received<'orders.similar', 'query'>) {
  const side: SimilarSide = { features: featuresOf({ title, content, place }) }
  return { communityCode, side, scope: null }
}

/** Staff compare over the territory of the membership by which they look after the order; others as anyone. */
async function fromOrder(ctx: Ctx, orderId: string) {
  const whole = await findWholeOrder(ctx.services.db.reader, orderId)
  if (!whole || !maySee(ctx.actor, whole.order)) throw notFound('这个单')
  const { order, personal } = whole
  const { personalData } = ctx.services
  const stored = personal?.features ? unpackFeatures(personal.features) : null
  const features = stored ?? featuresOf({ title: order.title, content: personal?.content ?? '', place: order.place })
  const used = supervisorOf(ctx.actor, order)
  return {
    communityCode: order.communityCode,
    side: { features, point: openPoint(personalData, personal) } satisfies SimilarSide,
    scope: used ? queueScope(used) : null,
  }
}
