import * as z from 'zod/mini'
import { roles } from '../domain/identity/roles'
import { CommunityCode, Id, Instant, OrgRef, text } from './common'

export const Membership = z.strictObject({ id: Id, role: z.enum(roles), org: OrgRef })
export type Membership = z.infer<typeof Membership>

/** A person as they see themselves; name and phone masked. */
export const Person = z.strictObject({
  id: Id,
  name: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  community: z.nullable(OrgRef),
  /** Phone confirmed and community confirmed by staff. */
  isVerified: z.boolean(),
  /** Can sign in with a password, and so change it. */
  hasPassword: z.boolean(),
})
export type Person = z.infer<typeof Person>

const Me = z.strictObject({ person: Person, memberships: z.array(Membership) })
export type Me = z.infer<typeof Me>

export const Session = z.strictObject({
  token: z.string(),
  expiresAt: Instant,
  person: Person,
  memberships: z.array(Membership),
})
export type Session = z.infer<typeof Session>

const CreateSession = z.discriminatedUnion('provider', [
  z.strictObject({ provider: z.literal('wechat'), code: text(200) }),
  z.strictObject({
    provider: z.literal('password'),
    account: text(64),
    password: z.string().check(z.minLength(1), z.maxLength(200)),
  }),
  z.strictObject({ provider: z.literal('demo'), account: text(64) }),
])
export type CreateSession = z.infer<typeof CreateSession>

const UpdateMe = z.strictObject({
  name: z.optional(text(40)),
  communityCode: z.optional(CommunityCode),
  /** The code of WeChat's phone button; confirms the phone. */
  phoneCode: z.optional(text(200)),
})
export type UpdateMe = z.infer<typeof UpdateMe>

const passwordInput = z.string().check(z.minLength(1), z.maxLength(200))
const ChangePassword = z.strictObject({ current: passwordInput, next: passwordInput })
export type ChangePassword = z.infer<typeof ChangePassword>

export const identityContracts = {
  'sessions.create': {
    takesDevice: true,
    summary: 'Sign in by WeChat, password, or (demo mode only) demo account',
    auth: 'public',
    body: CreateSession,
    status: 201,
    response: Session,
    errors: ['forbidden', 'wrong_credentials', 'account_locked', 'too_many_requests', 'upstream_failed'],
  },
  'sessions.end': { summary: 'Sign out', auth: 'person', status: 204, response: z.void() },
  'me.show': { summary: 'Who I am and what I may act as', auth: 'person', status: 200, response: Me },
  'me.update': {
    summary: 'Change my name, my community, or confirm my phone',
    auth: 'person',
    body: UpdateMe,
    status: 200,
    response: Me,
    errors: ['forbidden', 'wrong_credentials', 'already_exists', 'too_many_requests', 'upstream_failed'],
  },
  'me.change-password': {
    summary: 'Set a new password; ends my other sessions',
    auth: 'person',
    body: ChangePassword,
    status: 204,
    response: z.void(),
    errors: ['forbidden', 'account_locked'],
  },
} as const
