import type { Membership } from '@xinban/shared/contracts'
import { ok, order, summary } from '../api-double'
import { pledgeList } from '../pledge-double'
import { editor, published } from '../catalogue-double'

export const nobody: Membership[] = []
export const none = { items: [], nextCursor: null }
export const page = <Item>(item: Item) => ({ items: [item], nextCursor: null })
export const orders = ok<'orders.list'>(page(summary()))
export const noOrders = { 'orders.list': ok<'orders.list'>(none) }
export const at = '2026-11-22T09:00:00+08:00'
export const noOrgs = { 'orgs.list': ok<'orgs.list'>(none) }
export const item = { ...published(), guide: undefined, channels: undefined }
export const streetMember: Membership = {
  ...{ id: 'm7', role: 'street_staff' },
  org: { code: '610303001', name: '中山东路街道', level: 'street' },
}
export const site = ok<'site.show'>({
  ...{ isDemo: false, district: editor.org, demoAccounts: [], signInProviders: ['password'] },
})
export const shown = (action: 'rate' | 'progress' | 'dispute') => ok<'orders.show'>(order({ allowedActions: [action] }))
export const pledgeLists = ok<'pledge-lists.list'>(page(pledgeList()))
export const noPledgeLists = { 'pledge-lists.list': ok<'pledge-lists.list'>(none) }
