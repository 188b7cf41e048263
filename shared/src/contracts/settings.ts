import * as z from 'zod/mini'
import { limitUnits } from '../domain/time/limit'
import { limitKeys, type LimitKey, type Limits } from '../domain/time/limits'
import { OfficeHours } from './calendar'
import { Instant, OrgCode, PageQuery, page } from './common'

export const Limit = z.strictObject({ unit: z.enum(limitUnits), value: z.number() })
const oneOfEach = Object.fromEntries(limitKeys.map((key) => [key, Limit])) as Record<LimitKey, typeof Limit>

/** One limit of each kind; what is sound of them is said by `limitIssues`. */
const LimitTable = z.strictObject({ ...oneOfEach, warnPercent: z.number(), openClaims: z.number() })
/** The schema and the domain's type are the same; a difference does not compile. */
export const asLimits = (limits: z.output<typeof LimitTable>): Limits => limits

const Settings = { limits: LimitTable, officeHours: OfficeHours }

export const LimitSettings = z.strictObject({
  districtCode: OrgCode,
  /** 0 while the district has set nothing and the defaults hold. */
  version: z.int(),
  ...Settings,
  /** From when it holds, and who set it (masked); null for the defaults. */
  since: z.nullable(Instant),
  by: z.nullable(z.string()),
  allowedActions: z.array(z.enum(['save'])),
})
export type LimitSettings = z.infer<typeof LimitSettings>

const SaveLimits = z.strictObject({ districtCode: OrgCode, ...Settings })
export type SaveLimits = z.output<typeof SaveLimits>

const LimitVersion = z.strictObject({ version: z.int(), ...Settings, since: Instant, by: z.nullable(z.string()) })

export const settingsContracts = {
  'limits.show': {
    summary: 'The limits and office hours that hold in a district now',
    auth: 'person',
    /** Without a district: the caller's own. */
    query: z.strictObject({ districtCode: z.optional(OrgCode) }),
    status: 200,
    response: LimitSettings,
    errors: ['not_found'],
  },
  'limits.save': {
    summary: 'A new version of limits and office hours; clocks that run already keep theirs',
    auth: 'person',
    body: SaveLimits,
    status: 200,
    response: LimitSettings,
    errors: ['forbidden', 'not_found', 'lost_race', 'version_mismatch'],
    takesVersion: true,
  },
  'limits.versions': {
    summary: 'All versions, latest first, with who set them and when',
    auth: 'person',
    query: z.strictObject({ ...PageQuery, districtCode: z.optional(OrgCode) }),
    status: 200,
    response: page(LimitVersion),
    errors: ['not_found', 'malformed_request'],
  },
} as const
