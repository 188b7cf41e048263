import * as z from 'zod/mini'
import { CommunityCode, Instant, Phone } from './common'

export const residentContracts = {
  'residents.confirm': {
    summary: 'Staff confirm that whoever has this phone lives in their community; it takes part in votes from then on',
    auth: 'person',
    body: z.strictObject({ communityCode: CommunityCode, phone: Phone }),
    status: 200,
    response: z.strictObject({
      /** Masked. */
      name: z.nullable(z.string()),
      confirmedAt: Instant,
    }),
    errors: ['forbidden', 'not_found', 'idempotency_key_reused'],
    isIdempotent: true,
  },
} as const
