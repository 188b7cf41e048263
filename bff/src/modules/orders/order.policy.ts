import { isOpen, isReview, orderFlow, type OrderAction, type OrderParty } from '@xinban/shared/domain'
import type { Actor, ActorMembership } from '../../context'
import type { OrderRow } from './order.entity'

type Order = Pick<
  OrderRow,
  | 'status'
  | 'ownerId'
  | 'placedById'
  | 'ownerOrgCode'
  | 'isOnBehalf'
  | 'communityCode'
  | 'streetCode'
  | 'districtCode'
  | 'assigneeOrgCode'
  | 'assigneeId'
  | 'offeredAt'
  | 'claimedAt'
  | 'partners'
>

/** What the policy depends on beside the row; see `loadFacts`. */
export interface OrderFacts {
  /** The actor accepted, dispatched, progressed or fulfilled it, or placed it on behalf of someone. */
  readonly hasHandled: boolean
  /** Some street officer is free of the order, so that the district need not step in. */
  readonly hasFreeStreetOfficer: boolean
  /** The actor has seconded it already. */
  readonly hasSeconded: boolean
}

/** How an actor stands to an order: by which membership (null: as a resident) they hold each party. */
export type Standing = Partial<Record<OrderParty, ActorMembership | null>>

/** Approved by staff for everyone to see, in its public form: title, kind, community and status, and nothing else. */
export const isPublic = (order: Pick<OrderRow, 'isPublic'>): boolean => order.isPublic

/** On the wall of wishes, or taken from there: everyone may read what the street checked of it. */
export const isOnWall = (order: Pick<OrderRow, 'isListed'>): boolean => order.isListed

/** The membership by which someone speaks for the department whose task it is. */
const departmentOf = (actor: Actor, { ownerOrgCode }: Pick<Order, 'ownerOrgCode'>): ActorMembership | undefined =>
  ownerOrgCode === null
    ? undefined
    : actor.memberships.find(({ role, orgCode }) => role === 'unit_staff' && orgCode === ownerOrgCode)

/** Whose order it is: a person's, or of everyone who works at the department. */
export const isOwner = (actor: Actor, order: Pick<Order, 'ownerId' | 'ownerOrgCode'>): boolean =>
  order.ownerId === actor.personId || departmentOf(actor, order) !== undefined

/** Whether the person is a party to the order; for others it is a 404, or its public form. */
export function maySee(actor: Actor, order: Order): boolean {
  return isOwner(actor, order) || order.placedById === actor.personId || maySeeInOffice(actor, order)
}

function isInTerritory(own: ActorMembership, order: Order): boolean {
  switch (own.role) {
    case 'community_staff':
      return own.orgCode === order.communityCode
    case 'grid_worker':
      return own.orgCode === order.assigneeOrgCode
    case 'unit_staff':
      return own.orgCode === order.assigneeOrgCode || isPartner(own, order, true)
    case 'street_staff':
      return own.orgCode === order.streetCode
    case 'district_admin':
    case 'auditor':
      return own.orgCode === order.districtCode
  }
}

export function standingOf(actor: Actor, order: Order, facts: OrderFacts): Standing {
  const isTask = order.ownerOrgCode !== null
  // A department's task is never its community's to do, to merge or to make public.
  const community = isTask
    ? undefined
    : actor.memberships.find((own) => own.role === 'community_staff' && isInTerritory(own, order))
  const handler = community ?? actor.memberships.find((own) => isAssignee(actor, own, order))
  const street = reviewerOf(actor, order, facts)
  const supervisor = isTask ? undefined : supervisorOf(actor, order)
  const district = districtOf(actor, order, facts)
  const isOwn = isOwner(actor, order)
  // Nobody rates for their department what they did themselves, for a unit.
  const owner = isOwn && !(isTask && facts.hasHandled) ? (departmentOf(actor, order) ?? null) : undefined
  return {
    ...(owner !== undefined && { owner }),
    ...(!isOwn && !facts.hasSeconded && { anyone: null }),
    ...(community && { community }),
    ...(handler && { handler }),
    ...(street && { street }),
    ...(street && order.isOnBehalf && order.ownerId === null && { telephone: street }),
    ...(supervisor && { supervisor }),
    ...(district && { district }),
    ...wallStandingOf(actor, order, { supervisor, isOwn }),
  }
}

/** Whoever goes to the wall has to pass the street; staff of any unit of the district may ask for what is there. */
function wallStandingOf(
  actor: Actor,
  order: Order,
  { supervisor, isOwn }: { supervisor: ActorMembership | undefined; isOwn: boolean },
): Standing {
  const goesToWall = order.offeredAt !== null || order.status === 'listed'
  const overseer = actor.memberships.find((own) => isOverseer(own) && isInTerritory(own, order))
  const approver = goesToWall ? (isOwn ? undefined : overseer) : supervisor
  const unit = actor.memberships.find((own) => own.role === 'unit_staff' && own.districtCode === order.districtCode)
  const units = order.claimedAt === null ? [] : actor.memberships.filter(({ role }) => role === 'unit_staff')
  const claimant = units.find((own) => own.orgCode === order.assigneeOrgCode)
  const invited = units.find((own) => isPartner(own, order, false))
  const joined = units.find((own) => isPartner(own, order, true))
  return {
    ...(approver && { approver }),
    ...(unit && !isOwn && { unit }),
    ...(claimant && { claimant }),
    ...(invited && { invited }),
    ...(joined && { joined }),
  }
}

/** Whether a unit has it in hand from the wall: it claimed it, or has joined in. */
export const isClaimedBy = (
  unitCode: string,
  { claimedAt, assigneeOrgCode, partners }: Pick<Order, 'claimedAt' | 'assigneeOrgCode' | 'partners'>,
): boolean =>
  claimedAt !== null &&
  (unitCode === assigneeOrgCode || (partners ?? []).some(({ code, hasJoined }) => hasJoined && code === unitCode))

/** Whether someone sees it because of their work, not because they asked for it. */
export const maySeeInOffice = (actor: Actor, order: Order): boolean =>
  actor.memberships.some((own) => isInTerritory(own, order))

/** A unit beside the one that claimed it: it has joined in, or was asked to. */
const isPartner = ({ orgCode }: ActorMembership, { partners }: Order, hasJoined: boolean): boolean =>
  (partners ?? []).some((partner) => partner.code === orgCode && partner.hasJoined === hasJoined)

/** The membership by which someone looks after the order: its community, or the street or district above. */
export function supervisorOf(actor: Actor, order: Order): ActorMembership | undefined {
  const isSupervisor = (own: ActorMembership) => own.role === 'community_staff' || isOverseer(own)
  return actor.memberships.find((own) => isSupervisor(own) && isInTerritory(own, order))
}

const isOverseer = ({ role }: ActorMembership) => role === 'street_staff' || role === 'district_admin'

/** A dispatch to an org is for all its members, one to a person for that person alone. */
function isAssignee(actor: Actor, own: ActorMembership, order: Order): boolean {
  if (own.role !== 'grid_worker' && own.role !== 'unit_staff') return false
  if (own.role === 'unit_staff' && isPartner(own, order, true)) return true
  return own.orgCode === order.assigneeOrgCode && (order.assigneeId === null || order.assigneeId === actor.personId)
}

/**
 * The street reviews, by someone who neither handled the order nor owns it; the district only when no street officer
 * is free of it.
 */
function reviewerOf(actor: Actor, order: Order, facts: OrderFacts): ActorMembership | undefined {
  if (facts.hasHandled || isOwner(actor, order)) return undefined
  return actor.memberships.find(
    (own) =>
      (own.role === 'street_staff' && isInTerritory(own, order)) ||
      (own.role === 'district_admin' && isInTerritory(own, order) && !facts.hasFreeStreetOfficer),
  )
}

/** What was escalated is the district's to decide, by someone who neither handled the order nor owns it. */
function districtOf(actor: Actor, order: Order, facts: OrderFacts): ActorMembership | undefined {
  if (facts.hasHandled || isOwner(actor, order)) return undefined
  return actor.memberships.find((own) => own.role === 'district_admin' && isInTerritory(own, order))
}

/** The membership by which the actor may take `action` (null: as its owner); undefined when they may not. */
export function grantOf(standing: Standing, action: OrderAction): ActorMembership | null | undefined {
  const party = orderFlow.actions[action].by.find((candidate) => candidate in standing)
  return party === undefined ? undefined : standing[party]
}

/** Why not, in words that name who may. */
export function refusalWords(actor: Actor, order: Order, action: OrderAction, facts: OrderFacts): string {
  if (action === 'second') return facts.hasSeconded ? '你已经附议过这个单' : '自己的单不用附议'
  if (isReview(action)) {
    if (facts.hasHandled) return '你经办过这个单，要由没有经手的同事来审'
    if (isOwner(actor, order)) return '这是你自己的单，要由别的同事来审'
    const isDistrict = actor.memberships.some((own) => own.role === 'district_admin')
    return isDistrict ? '街道有人可以处理这个单，区里不用再办' : '这一步由街道（镇）来做'
  }
  const [party] = orderFlow.actions[action].by
  if (party === 'district') return '这一步由区里来做'
  if (party === 'unit') return '认领由本区登记过的单位和志愿队来做'
  if (party === 'invited') return '这一步由受邀请的单位来做'
  if (party === 'claimant') return '这一步由认领的单位来做'
  if (party === 'approver') return isOwner(actor, order) ? '这是你自己的单，要由别的同事来审' : '这一步由街道（镇）来做'
  if (party === 'owner' && order.ownerOrgCode !== null) {
    return facts.hasHandled ? '你替单位办过这个任务，请部门里没有经手的同事来做' : '这一步由发布任务的部门来做'
  }
  if (order.ownerOrgCode !== null) return '部门的任务由认领的单位来办'
  return party === 'owner' ? '这一步只能由点单的本人来做' : '这一步由承办的社区或承办人来做'
}

/** How a membership may see the contact of an order: as the present handler at once, otherwise with a reason. */
export interface ContactGrant {
  readonly used: ActorMembership
  readonly needsReason: boolean
}

/**
 * The present handler of an open order sees the contact by one tap; handlers of a closed one, the street and the
 * district with a written reason; auditors see everything masked.
 */
export function contactGrant(actor: Actor, order: Order, standing: Standing): ContactGrant | undefined {
  const handler = standing.handler
  if (handler) return { used: handler, needsReason: !isOpen(order.status) }
  const overseer = actor.memberships.find((own) => isOverseer(own) && isInTerritory(own, order))
  return overseer && { used: overseer, needsReason: true }
}
