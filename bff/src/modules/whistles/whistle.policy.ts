import { whistleFlow, whistlePartyWords, type WhistleAction, type WhistleParty } from '@xinban/shared/domain'
import type { Actor, ActorMembership } from '../../context'
import type { WhistlePartyRow, WhistleRow } from './whistle.entity'

type Whistle = Pick<WhistleRow, 'streetCode' | 'districtCode' | 'leadCode'>
type Called = readonly Pick<WhistlePartyRow, 'departmentCode'>[]
type Holder = (own: ActorMembership, whistle: Whistle, called: Called) => boolean

/** By which membership someone is each party; typed so that no party of the flow is without a rule. */
const holders: Readonly<Record<WhistleParty, Holder>> = {
  street: ({ role, orgCode }, { streetCode }) => role === 'street_staff' && orgCode === streetCode,
  department: ({ role, orgCode }, _, called) =>
    role === 'unit_staff' && called.some(({ departmentCode }) => departmentCode === orgCode),
  lead: ({ role, orgCode }, { leadCode }) => role === 'unit_staff' && orgCode === leadCode,
  district: ({ role, orgCode }, { districtCode }) => role === 'district_admin' && orgCode === districtCode,
}

/** The street that blew it, the departments it called, and the district above; nobody else knows of it. */
export const maySee = (actor: Actor, whistle: Whistle, called: Called): boolean =>
  actor.memberships.some(
    (own) =>
      (['street', 'department', 'district'] as const).some((party) => holders[party](own, whistle, called)) ||
      (own.role === 'auditor' && own.orgCode === whistle.districtCode),
  )

/** The membership by which the actor may take `action`, as which party; undefined when they may not. */
export function grantOf(
  actor: Actor,
  whistle: Whistle,
  called: Called,
  action: WhistleAction,
): { readonly used: ActorMembership; readonly as: WhistleParty } | undefined {
  for (const as of whistleFlow.actions[action].by) {
    const used = actor.memberships.find((own) => holders[as](own, whistle, called))
    if (used) return { used, as }
  }
  return undefined
}

export const refusalWords = (action: WhistleAction): string => {
  const [party] = whistleFlow.actions[action].by
  return `这一步由${party === undefined ? '别人' : whistlePartyWords[party]}来做`
}

/** The membership by which someone may blow: staff of a street. Communities report to their street. */
export const blowerOf = (actor: Actor, membershipId: string | undefined): ActorMembership | undefined =>
  actor.memberships.find(
    ({ id, role }) => role === 'street_staff' && (membershipId === undefined || id === membershipId),
  )

/** Whether the code is shown to them, so that they can show it at the place. */
export const maySeePlaceCode = (actor: Actor, whistle: Whistle): boolean =>
  actor.memberships.some((own) => holders.street(own, whistle, []))
