import type { LedgerRow } from '@xinban/shared/contracts'
import type { LedgerName } from '@xinban/shared/domain'
import type { PageName, PageQuery } from '@/platform/pages'

/** What a line leads to: the order that it is about, or the whistle that it is. */
export const targetOf = (name: LedgerName, { id, orderId }: LedgerRow): readonly [PageName, PageQuery] =>
  name === 'whistles' ? ['whistle', { id }] : ['order', { id: orderId ?? undefined, as: 'staff' }]
