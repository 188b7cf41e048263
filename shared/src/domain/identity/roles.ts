import type { OrgLevel } from '../orgs/org-code'

export const roles = [
  'grid_worker',
  'community_staff',
  'unit_staff',
  'street_staff',
  'district_admin',
  'auditor',
] as const
export type Role = (typeof roles)[number]

export const roleWords: Record<Role, string> = {
  grid_worker: '网格员',
  community_staff: '社区工作人员',
  unit_staff: '单位工作人员',
  street_staff: '街道工作人员',
  district_admin: '区管理员',
  auditor: '督查',
}

/** The level of org at which each role is held. */
export const roleLevels: Record<Role, OrgLevel> = {
  grid_worker: 'grid',
  community_staff: 'community',
  unit_staff: 'unit',
  street_staff: 'street',
  district_admin: 'district',
  auditor: 'district',
}

/** A role was given to someone, or taken back. */
export const memberChanges = ['granted', 'revoked'] as const
export type MemberChangeKind = (typeof memberChanges)[number]

/** Who reads how roles came and went: whoever answers for a district, and its auditor. */
export const readsMemberChanges = (role: Role): boolean => role === 'auditor' || role === 'district_admin'

/** Roles that each role may give and take, always inside its own territory: never one above its own. */
export const grantableRoles: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  district_admin: ['grid_worker', 'community_staff', 'unit_staff', 'street_staff', 'auditor', 'district_admin'],
  street_staff: ['grid_worker', 'community_staff', 'unit_staff'],
  community_staff: ['grid_worker'],
}
/** To whom the page of people is offered; the server decides about each org and role. */
export const keepsMembers = (role: Role): boolean => grantableRoles[role] !== undefined
