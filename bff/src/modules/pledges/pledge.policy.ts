import {
  possibleListActions,
  possiblePledgeActions,
  pledgeFlow,
  pledgeListFlow,
  type PledgeAction,
  type PledgeListAction,
  type PledgeListParty,
  type PledgeParty,
} from '@xinban/shared/domain'
import type { Actor, ActorMembership } from '../../context'
import type { PledgeListRow } from './lists/pledge-list.entity'
import type { PledgeRow } from './pledge.entity'

/** Whose list or pledge it is. */
export type Territory = Pick<PledgeListRow, 'orgCode' | 'districtCode' | 'streetCode' | 'communityCode'>

/** What the policy depends on beside the row; see `loadPledgeFacts`. */
export interface PledgeFacts {
  /** The actor reported, amended or asked for its strike-off, under whatever role. */
  readonly hasHandled: boolean
  /** The actor lives there, confirmed by staff, with a confirmed phone. */
  readonly isVerifiedResident: boolean
  /** Objections that wait for the street, and appeals that wait for the district. */
  readonly openObjections: number
  readonly openAppeals: number
  /** The actor's own objection was answered, and the time to appeal is not over. */
  readonly mayAppeal: boolean
}

/** How an actor stands to it: by which membership (null: as a resident) they hold each party. */
export type Standing = Partial<Record<PledgeParty, ActorMembership | null>>

/** Staff of the org whose list it is. */
export const writerOf = (actor: Actor, of: Territory): ActorMembership | undefined =>
  actor.memberships.find(({ role, orgCode }) => {
    if (orgCode !== of.orgCode) return false
    if (of.communityCode !== null) return role === 'community_staff'
    return of.streetCode !== null ? role === 'street_staff' : role === 'district_admin'
  })

/** Who reviews: the street above a community; the district where the list is a street's or its own. */
export const reviewerOf = (actor: Actor, of: Territory): ActorMembership | undefined =>
  actor.memberships.find(({ role, orgCode }) =>
    of.communityCode !== null
      ? role === 'street_staff' && orgCode === of.streetCode
      : role === 'district_admin' && orgCode === of.districtCode,
  )

const districtOf = (actor: Actor, of: Territory): ActorMembership | undefined =>
  actor.memberships.find(({ role, orgCode }) => role === 'district_admin' && orgCode === of.districtCode)

/** Whoever may read what is not public yet: staff of the org, of those above it, and the auditor. */
export const mayLookInto = (actor: Actor | null, of: Territory): boolean =>
  actor?.memberships.some(
    ({ role, orgCode }) =>
      (role === 'community_staff' && orgCode === of.communityCode) ||
      (role === 'street_staff' && orgCode === of.streetCode) ||
      ((role === 'district_admin' || role === 'auditor') && orgCode === of.districtCode),
  ) ?? false

/** The writer, a grid worker of the community, or the unit that the pledge names. */
function reporterOf(actor: Actor, pledge: Territory & Pick<PledgeRow, 'terms'>): ActorMembership | undefined {
  const { communityCode, terms } = pledge
  return (
    writerOf(actor, pledge) ??
    actor.memberships.find(
      ({ role, orgCode, path }) =>
        (role === 'grid_worker' && communityCode !== null && path.includes(`/${communityCode}/`)) ||
        (role === 'unit_staff' && orgCode === terms.responsible.unitCode),
    )
  )
}

/** Whoever handled a pledge neither grades nor verifies it, under any role. */
export function standingOf(actor: Actor, pledge: PledgeRow, facts: PledgeFacts): Standing {
  const writer = writerOf(actor, pledge)
  const reporter = reporterOf(actor, pledge)
  const street = facts.hasHandled ? undefined : reviewerOf(actor, pledge)
  const appeal = facts.hasHandled ? undefined : districtOf(actor, pledge)
  return {
    anyone: null,
    ...(facts.isVerifiedResident && { resident: null }),
    ...(writer && { writer }),
    ...(reporter && { reporter }),
    ...(street && { street }),
    ...(appeal && { appeal }),
  }
}

/** The membership by which the actor may take `action` (null: as a resident); undefined when they may not. */
export function grantOf(standing: Standing, action: PledgeAction): ActorMembership | null | undefined {
  const by: readonly PledgeParty[] = pledgeFlow.actions[action].by
  const party = by.find((candidate) => candidate in standing)
  return party === undefined ? undefined : standing[party]
}

const partyWords: Record<PledgeParty, string> = {
  writer: '这一步由实事所属的社区（或街道、区）来做',
  reporter: '这一步由承办的社区、网格或责任单位来做',
  street: '这一步由上级街道（镇）来做，经办过这件事的人不能自己核验',
  appeal: '这一步由区里来做',
  resident: '这一步由住在这里、已核实身份的居民来做；请先到社区核实',
  anyone: '请先登录',
}
export const pledgeRefusalWords = (action: PledgeAction): string =>
  partyWords[pledgeFlow.actions[action].by[0] ?? 'anyone']

/** What the actor may do with a pledge: flow ∩ policy ∩ what there is to do. */
export function allowedPledgeActions(actor: Actor | null, pledge: PledgeRow, facts: PledgeFacts): PledgeAction[] {
  if (!actor) return []
  const standing = standingOf(actor, pledge, facts)
  return possiblePledgeActions(pledge.state).filter((action) => {
    if (grantOf(standing, action) === undefined) return false
    if (action === 'object') return pledge.state === 'in_notice' || facts.mayAppeal
    if (action === 'grade') return pledge.gradedAt === null
    if (action !== 'resolve-objection') return true
    return ('street' in standing && facts.openObjections > 0) || ('appeal' in standing && facts.openAppeals > 0)
  })
}

/**
 * The membership by which the actor may take an action of a list. Whoever wrote it does not judge it, under any role: that
 * matters where a district reviews its own.
 * @param hasWritten the actor brought the list forward as its writer
 */
export function grantOfList(
  actor: Actor,
  list: Territory,
  action: PledgeListAction,
  hasWritten: boolean,
): ActorMembership | undefined {
  const holders: Record<PledgeListParty, (of: Actor, list: Territory) => ActorMembership | undefined> = {
    writer: writerOf,
    street: hasWritten ? () => undefined : reviewerOf,
  }
  const by: readonly PledgeListParty[] = pledgeListFlow.actions[action].by
  for (const party of by) {
    const own = holders[party](actor, list)
    if (own) return own
  }
  return undefined
}

/** What the actor may do with a list now. */
export function allowedListActions(actor: Actor | null, list: PledgeListRow, hasWritten: boolean): PledgeListAction[] {
  if (!actor) return []
  return possibleListActions(list.state).filter((action) => {
    if (!grantOfList(actor, list, action, hasWritten)) return false
    if (action === 'open-vote') return list.voteOpensAt === null
    if (action === 'grade') return list.gradedAt === null
    return action !== 'close' || list.gradedAt !== null
  })
}
