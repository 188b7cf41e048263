import * as z from 'zod/mini'
import { orgLevels } from '../domain/orgs/org-code'
import { OrgCode, PageQuery, page } from './common'

export const Org = z.strictObject({
  code: OrgCode,
  parentCode: z.nullable(OrgCode),
  level: z.enum(orgLevels),
  name: z.string(),
  /** The service number that residents may call; never a worker's own. */
  servicePhone: z.nullable(z.string()),
  validUntil: z.nullable(z.iso.date()),
  successorCode: z.nullable(OrgCode),
  isDemo: z.boolean(),
})
export type Org = z.infer<typeof Org>

export const orgContracts = {
  'orgs.list': {
    summary: 'Orgs under a parent, or the districts',
    auth: 'public',
    query: z.strictObject({
      ...PageQuery,
      parent: z.optional(OrgCode),
      level: z.optional(z.enum(orgLevels)),
    }),
    status: 200,
    response: page(Org),
    errors: ['malformed_request', 'invalid'],
  },
  'orgs.show': {
    summary: 'One org by its code',
    auth: 'public',
    params: z.strictObject({ code: OrgCode }),
    status: 200,
    response: Org,
    errors: ['not_found', 'invalid'],
  },
} as const
