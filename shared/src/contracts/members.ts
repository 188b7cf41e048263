import * as z from 'zod/mini'
import { memberChanges, roles } from '../domain/identity/roles'
import { Id, Instant, OrgCode, OrgRef, PageQuery, Phone, page, text } from './common'

const colleague = {
  id: Id,
  name: z.string(),
  role: z.enum(roles),
  org: OrgRef,
  /** The present load. */
  openOrders: z.int(),
}
/** A member of an org as whoever hands work out sees them. */
export const Colleague = z.strictObject(colleague)

/** The same as those above them see it. */
const Member = z.strictObject({
  ...colleague,
  since: Instant,
  allowedActions: z.array(z.enum(['revoke'])),
})
export type Member = z.infer<typeof Member>

const GrantMember = z.strictObject({
  /** A sign-in name, known or new; without one the person is whoever confirmed `phone`. */
  account: z.optional(text(64)),
  /** Of whoever gets a new account. */
  name: z.optional(text(40)),
  phone: z.optional(Phone),
  role: z.enum(roles),
  orgCode: OrgCode,
  /** A first password for a new account; the member's own stays as it is. */
  password: z.optional(z.string().check(z.maxLength(200))),
})
export type GrantMember = z.infer<typeof GrantMember>

const MemberChange = z.strictObject({
  id: Id,
  at: Instant,
  change: z.enum(memberChanges),
  /** Masked; null for someone who left no name. */
  name: z.nullable(z.string()),
  role: z.enum(roles),
  org: z.nullable(OrgRef),
  /** Null for an operator at the command line. */
  by: z.nullable(z.strictObject({ name: z.nullable(z.string()), role: z.enum(roles), org: z.nullable(OrgRef) })),
})
export type MemberChange = z.infer<typeof MemberChange>

const Overview = z.strictObject({
  org: OrgRef,
  /** What the caller may give here. */
  grantableRoles: z.array(z.enum(roles)),
  /** Orgs directly below, with the people of each and of everything under it; three hundred at most. */
  below: z.array(z.strictObject({ ...OrgRef.shape, members: z.int() })),
})
export type MemberOverview = z.infer<typeof Overview>

export const memberContracts = {
  'members.list': {
    summary:
      'Members of an org, and of the orgs under it unless only those here are asked for, with their present load',
    auth: 'person',
    query: z.strictObject({
      ...PageQuery,
      orgCode: OrgCode,
      role: z.optional(z.enum(roles)),
      reach: z._default(z.enum(['territory', 'here']), 'territory'),
    }),
    status: 200,
    response: page(Member),
    errors: ['malformed_request', 'forbidden', 'not_found'],
  },
  'members.overview': {
    summary: 'For whoever looks after an org: what they may give there, and how many people each org below has',
    auth: 'person',
    query: z.strictObject({ orgCode: OrgCode }),
    status: 200,
    response: Overview,
    errors: ['forbidden', 'not_found'],
  },
  'members.find': {
    summary:
      'Who has confirmed this phone, for whoever may give a role at the org; the phone is in the body, not in logs',
    auth: 'person',
    body: z.strictObject({ orgCode: OrgCode, phone: Phone }),
    status: 200,
    response: z.strictObject({
      /** Masked; null for someone who left no name. */
      name: z.nullable(z.string()),
      /** What they are at this org already. */
      roles: z.array(z.enum(roles)),
    }),
    errors: ['forbidden', 'not_found', 'too_many_requests'],
  },
  'members.grant': {
    summary: 'Give a role at an org to the person of an account, or to whoever confirmed a phone',
    auth: 'person',
    body: GrantMember,
    status: 201,
    response: Member,
    errors: ['forbidden', 'not_found', 'already_exists'],
  },
  'members.revoke': {
    summary: 'Take a role back at once; the last administrator of a district stays',
    auth: 'person',
    params: z.strictObject({ id: Id }),
    status: 204,
    response: z.void(),
    errors: ['forbidden', 'not_found', 'wrong_state'],
  },
  'member-changes.list': {
    summary: 'Who gave and took which role, the newest first, for the auditor',
    auth: 'person',
    query: z.strictObject({ ...PageQuery, membershipId: z.optional(Id) }),
    status: 200,
    response: page(MemberChange),
    errors: ['malformed_request', 'forbidden'],
  },
} as const
