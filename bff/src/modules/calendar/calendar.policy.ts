import type { Actor, ActorMembership } from '../../context'

/** The district's administrator sets its days and limits. The membership that is used; undefined when they may not. */
export function maySetRules(actor: Actor, districtCode: string): ActorMembership | undefined {
  return actor.memberships.find((own) => own.role === 'district_admin' && own.orgCode === districtCode)
}
