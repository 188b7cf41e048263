export { authenticate } from './authenticate'
export { addMember, grantMembership } from './commands/grant-membership'
export { revokeMembership } from './commands/revoke-membership'
export { Account, Membership, Person } from './identity.entity'
export {
  accountName,
  findAccount,
  findMembership,
  findPerson,
  findPersonByPhone,
  findPersons,
} from './identity.repository'
export { loadActor } from './load-actor'
export { identityRoutes } from './identity.routes'
export { mayListMembers } from './membership.policy'
export { maskedName } from './person.presenter'
