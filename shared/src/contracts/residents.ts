import * as z from 'zod/mini'
import { CommunityCode, Instant, Phone } from './common'

const WhoLivesHere = z.strictObject({ communityCode: CommunityCode, phone: Phone })
const Resident = z.strictObject({
  /** Masked. */
  name: z.nullable(z.string()),
  /** Null while the community has not confirmed it. */
  confirmedAt: z.nullable(Instant),
})
export type Resident = z.infer<typeof Resident>
const errors = ['forbidden', 'not_found', 'idempotency_key_reused'] as const

export const residentContracts = {
  'residents.find': {
    summary:
      'Who of their community has this phone, for the staff who confirm it; the phone is in the body, not in logs',
    auth: 'person',
    body: WhoLivesHere,
    status: 200,
    response: Resident,
    errors: ['forbidden', 'not_found'],
  },
  'residents.confirm': {
    summary: 'Staff confirm that whoever has this phone lives in their community; it takes part in votes from then on',
    auth: 'person',
    body: WhoLivesHere,
    status: 200,
    response: Resident,
    errors,
    isIdempotent: true,
  },
  'residents.unconfirm': {
    summary: 'Staff take back that whoever has this phone lives in their community; what it voted before stays',
    auth: 'person',
    body: WhoLivesHere,
    status: 200,
    response: Resident,
    errors,
    isIdempotent: true,
  },
} as const
