import type { ActorMembership, Ctx } from '../../context'
import { forbidden } from '../../errors'

/** The membership by which the caller wants to act; the first one by default. Throws forbidden for someone else's. */
export function membershipFor({ actor }: Pick<Ctx, 'actor'>, membershipId: string | undefined): ActorMembership {
  const own =
    membershipId === undefined ? actor.memberships[0] : actor.memberships.find(({ id }) => id === membershipId)
  if (!own) {
    throw forbidden(membershipId === undefined ? '你还没有工作身份，这里给工作人员用' : '你没有这个身份，请重新选择')
  }
  return own
}
