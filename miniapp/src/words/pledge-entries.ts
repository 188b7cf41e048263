import type { Role } from '@xinban/shared/domain'

/** To whom the desk of the ten things is offered; the server decides who may do what. */
export const writesPledges = (role: Role): boolean =>
  role === 'community_staff' || role === 'street_staff' || role === 'district_admin'
