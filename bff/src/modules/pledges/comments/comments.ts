import type { Received } from '@xinban/shared/contracts'
import { commentAfter, type CommentAction } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { insertRow, updateRows } from '../../../db/rows'
import { forbidden, lostRace, notFound, versionMismatch, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { requireConsent } from '../../consents'
import { appendEvent } from '../chain/append-event'
import { grantPledge } from '../commands/move-pledge'
import type { PledgeTarget } from '../lists/move-list'
import { findPledge } from '../pledge.repository'
import { maySeeComment, moderatorOf } from './comment.policy'
import { CommentRow } from './comment.entity'
import { findComment } from './comment.repository'

/** Anyone who is signed in comments; it waits for a person to approve it. Throws as `grantPledge` does, consent_needed. */
export function commentPledge(ctx: Ctx, target: PledgeTarget, { text }: Received<'pledges.comment', 'body'>) {
  const { actor, now, services } = ctx
  return services.db.unitOfWork(async (em) => {
    const { pledge } = await grantPledge(em, ctx, target, 'comment')
    await requireConsent(em, actor.personId)
    const id = newId(now)
    await insertRow(em, CommentRow, {
      ...{ id, pledgeId: pledge.id, orgCode: pledge.orgCode, authorId: actor.personId, state: 'waiting', text },
      ...{ reason: null, version: 1, createdAt: now },
    })
    await writeOutbox(em, 'pledge.commented', { pledgeId: pledge.id, commentId: id }, now)
    return pledge.id
  })
}

/**
 * Approves a comment or hides it; the original stays as it was written. That it was decided stands in the chain.
 * Throws not_found, forbidden, version_mismatch, wrong_state, lost_race. @returns the comment's id
 */
export function decideComment(
  ctx: Ctx,
  { id, expectedVersion }: PledgeTarget,
  action: CommentAction,
  reason: string | null,
): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const comment = await findComment(em, id)
    const pledge = comment && (await findPledge(em, comment.pledgeId))
    if (!pledge || !maySeeComment(ctx.actor, comment, pledge)) throw notFound('这条留言')
    const used = moderatorOf(ctx.actor, pledge)
    if (!used) throw forbidden('留言由所属的社区或上级街道（镇）来审')
    if (expectedVersion !== undefined && expectedVersion !== comment.version) throw versionMismatch()
    const to = commentAfter(comment.state, action)
    if (!to) throw wrongState('这条留言已经是这样了，请刷新后查看')
    if (to === 'approved' && comment.text === null) throw wrongState('写这条留言的人已经注销，内容已删除')
    const set = { state: to, reason, version: comment.version + 1 }
    const where = 'id = ? AND version = ? AND state = ?'
    if ((await updateRows(em, CommentRow, set, where, [id, comment.version, comment.state])) === 0) throw lostRace()
    await appendEvent(em, ctx, pledge.listId, {
      ...{ action: `${action}-comment`, pledge, used, data: { commentId: id } },
      ...(reason !== null && { words: { note: reason } }),
    })
    await writeOutbox(em, `comment.${to}`, { commentId: id, pledgeId: pledge.id }, ctx.now)
    return id
  })
}
