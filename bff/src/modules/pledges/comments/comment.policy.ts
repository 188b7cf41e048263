import { commentAfter, type CommentAction } from '@xinban/shared/domain'
import type { Actor, ActorMembership } from '../../../context'
import { mayLookInto, reviewerOf, writerOf, type Territory } from '../pledge.policy'
import type { CommentRow } from './comment.entity'

/** Staff of the org, or of the one that reviews it. */
export const moderatorOf = (actor: Actor, of: Territory): ActorMembership | undefined =>
  writerOf(actor, of) ?? reviewerOf(actor, of)

/** Approved ones everyone; the others their author and staff. */
export const maySeeComment = (actor: Actor | null, comment: CommentRow, of: Territory): boolean =>
  comment.state === 'approved' || comment.authorId === actor?.personId || mayLookInto(actor, of)

export function allowedCommentActions(actor: Actor | null, comment: CommentRow, of: Territory): CommentAction[] {
  if (!actor || !moderatorOf(actor, of)) return []
  const actions: CommentAction[] = comment.text === null ? ['hide'] : ['approve', 'hide']
  return actions.filter((action) => commentAfter(comment.state, action) !== undefined)
}
