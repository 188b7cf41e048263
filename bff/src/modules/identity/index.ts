export { authenticate } from './authenticate'
export { erasePerson } from './commands/erase-person'
export { addMember, grantMembership } from './commands/grant-membership'
export { sweepSignIns } from './commands/password-attempts'
export { revokeMembership } from './commands/revoke-membership'
export { Membership, Person } from './identity.entity'
export {
  findAccount,
  findMembership,
  findPerson,
  findPersonByPhone,
  findPersons,
  findSessions,
  insertAccount,
  insertPerson,
} from './identity.repository'
export { loadActor } from './load-actor'
export { identityRoutes } from './identity.routes'
export { membershipFor } from './membership-for'
export { mayGrant, mayListMembers, rolesToGrant } from './membership.policy'
export { presentMe } from './person.presenter'
export { forgetNames, maskedName, maskedNames, ownName } from './shown-names'
