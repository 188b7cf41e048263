import * as z from 'zod/mini'
import { OrgRef } from './common'

/** What a client must know before anyone signs in. */
export const Site = z.strictObject({
  isDemo: z.boolean(),
  district: z.nullable(OrgRef),
  /** Accounts to try, in demo mode only. */
  demoAccounts: z.array(z.strictObject({ account: z.string(), words: z.string() })),
  signInProviders: z.array(z.enum(['wechat', 'password', 'demo'])),
})
export type Site = z.infer<typeof Site>

export const siteContracts = {
  'site.show': { summary: 'What this installation is', auth: 'public', status: 200, response: Site },
} as const
