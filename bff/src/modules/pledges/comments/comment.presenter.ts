import type { Answer, Comment, Received } from '@xinban/shared/contracts'
import { formatInstant } from '@xinban/shared/domain'
import type { Ctx, PublicCtx } from '../../../context'
import { forbidden, notFound } from '../../../errors'
import { decodeCursor, pageOf } from '../../../http/page'
import { maskedNames, membershipFor } from '../../identity'
import type { Territory } from '../pledge.policy'
import { findPledge } from '../pledge.repository'
import { allowedCommentActions, maySeeComment, moderatorOf } from './comment.policy'
import type { CommentRow } from './comment.entity'
import { findComment, findOwnWaiting, listApproved, listByOrg } from './comment.repository'

/** Comments on pledges of one org. */
async function commentPresenter(ctx: PublicCtx, comments: readonly CommentRow[], of: Territory) {
  const nameOf = await maskedNames(
    ctx.services,
    comments.map(({ authorId }) => authorId),
  )
  return (comment: CommentRow): Comment => {
    const { id, pledgeId, state, text, version, authorId } = comment
    const isOwn = authorId === ctx.actor?.personId
    const isInside = isOwn || (ctx.actor !== null && moderatorOf(ctx.actor, of) !== undefined)
    return {
      ...{ id, pledgeId, state, text, version, isOwn, author: nameOf(authorId) },
      at: formatInstant(comment.createdAt),
      reason: isInside ? comment.reason : null,
      allowedActions: allowedCommentActions(ctx.actor, comment, of),
    }
  }
}

/** What everyone may read of a pledge's comments; on the first page also what the caller wrote and waits. */
export async function presentCommentsOf(
  ctx: PublicCtx,
  pledgeId: string,
  { limit, cursor }: Received<'pledges.comments', 'query'>,
): Promise<Answer<'pledges.comments'>> {
  const { reader } = ctx.services.db
  const pledge = await findPledge(reader, pledgeId)
  if (!pledge) throw notFound('这件实事')
  const before = decodeCursor(cursor)
  const rows = await listApproved(reader, pledgeId, { before, limit: limit + 1 })
  const own = ctx.actor && before === undefined ? await findOwnWaiting(reader, pledgeId, ctx.actor.personId) : []
  const present = await commentPresenter(ctx, [...own, ...rows], pledge)
  const page = pageOf(rows, limit, ({ id }) => id, present)
  return { ...page, items: [...own.map(present), ...page.items] }
}

/** What waits for whoever moderates. Throws forbidden for other roles. */
export async function presentComments(
  ctx: Ctx,
  { limit, cursor, state, membershipId }: Received<'comments.list', 'query'>,
): Promise<Answer<'comments.list'>> {
  const used = membershipFor(ctx, membershipId)
  const of = territoryOfRole(used)
  const rows = await listByOrg(ctx.services.db.reader, used.orgCode, {
    ...{ state, after: decodeCursor(cursor), limit: limit + 1 },
  })
  return pageOf(rows, limit, ({ id }) => id, await commentPresenter(ctx, rows, of))
}

/** The territory of the lists that this membership writes. */
function territoryOfRole({ role, orgCode, path, districtCode }: Ctx['actor']['memberships'][number]): Territory {
  const streetCode = path.split('/')[2] || null
  if (role === 'community_staff') return { orgCode, districtCode, streetCode, communityCode: orgCode }
  if (role === 'street_staff') return { orgCode, districtCode, streetCode, communityCode: null }
  if (role === 'district_admin') return { orgCode, districtCode, streetCode: null, communityCode: null }
  throw forbidden('留言由社区、街道（镇）和区里来审')
}

/** One comment. Throws not_found. */
export async function presentComment(ctx: Ctx, id: string): Promise<Comment> {
  const { reader } = ctx.services.db
  const comment = await findComment(reader, id)
  const pledge = comment && (await findPledge(reader, comment.pledgeId))
  if (!pledge || !maySeeComment(ctx.actor, comment, pledge)) throw notFound('这条留言')
  return (await commentPresenter(ctx, [comment], pledge))(comment)
}
