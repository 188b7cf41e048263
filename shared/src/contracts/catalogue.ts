import * as z from 'zod/mini'
import { orderKinds } from '../domain/orders/order-flow'
import { Id, OrgCode, OrgRef, PageQuery, page } from './common'

export const Guide = z.strictObject({
  audience: z.string(),
  materials: z.array(z.string()),
  steps: z.array(z.string()),
  timeLimit: z.string(),
  fee: z.string(),
  source: z.string(),
  remark: z.string(),
})
export type Guide = z.infer<typeof Guide>

const itemFields = {
  id: Id,
  name: z.string(),
  kind: z.enum(orderKinds),
  category: z.string(),
  summary: z.string(),
  /** Orgs that offer it here, nearest first. */
  offeredBy: z.array(OrgRef),
  isDemo: z.boolean(),
}
export const ServiceItemSummary = z.strictObject(itemFields)
export type ServiceItemSummary = z.infer<typeof ServiceItemSummary>
export const ServiceItem = z.strictObject({ ...itemFields, guide: Guide })
export type ServiceItem = z.infer<typeof ServiceItem>

export const catalogueContracts = {
  'service-items.list': {
    summary: 'What can be ordered at an org',
    auth: 'public',
    query: z.strictObject({ ...PageQuery, org: OrgCode }),
    status: 200,
    response: page(ServiceItemSummary),
    errors: ['malformed_request', 'not_found', 'invalid'],
  },
  'service-items.show': {
    summary: 'One service item with its guide',
    auth: 'public',
    params: z.strictObject({ id: Id }),
    status: 200,
    response: ServiceItem,
    errors: ['not_found', 'invalid'],
  },
} as const
