import { isWithin } from '@xinban/shared/domain'
import type { Actor, ActorMembership } from '../../context'
import type { UnitRow } from './unit.entity'

interface Place {
  readonly communityCode: string
  readonly streetCode: string
  readonly districtCode: string
}

/** Whether a unit works where an order is. */
export function serves({ areaCodes, parentCode }: Pick<UnitRow, 'areaCodes' | 'parentCode'>, place: Place): boolean {
  const codes: readonly string[] = areaCodes.length > 0 ? areaCodes : [parentCode]
  return [place.communityCode, place.streetCode, place.districtCode].some((code) => codes.includes(code))
}

/** The membership by which someone registers or changes units under an org: its street, or the district. */
export function mayRegister(actor: Actor, parentPath: string): ActorMembership | undefined {
  return actor.memberships.find(
    (own) => (own.role === 'street_staff' || own.role === 'district_admin') && isWithin(parentPath, own.path),
  )
}

/** Its members, and whoever looks after the territory in which it is registered. */
export const maySeeUnit = (actor: Actor, unit: { readonly path: string; readonly code: string }): boolean =>
  isMemberOf(actor, unit.code) ||
  actor.memberships.some(
    ({ role, path }) => role !== 'grid_worker' && role !== 'unit_staff' && isWithin(unit.path, path),
  )

export const isMemberOf = (actor: Actor, unitCode: string): boolean =>
  actor.memberships.some((own) => own.role === 'unit_staff' && own.orgCode === unitCode)

/** Whether a unit may take one more order from the wall where that one is. @param most how many it may have at once */
export const canClaim = (unit: UnitRow, place: Place, most: number): boolean =>
  unit.isActive && unit.openClaims < most && serves(unit, place)
