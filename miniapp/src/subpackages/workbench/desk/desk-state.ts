import { orderKinds, orderStatuses, type OrderKind, type OrderStatus } from '@xinban/shared/domain'
import type { PageQuery } from '@/platform/pages'
import type { QueueTab } from '@/words/queue-tabs'

export const deskSorts = ['urgent', 'due', 'newest', 'oldest'] as const
export type DeskSort = (typeof deskSorts)[number]

/** What narrows a view. */
export interface DeskFilter {
  status?: OrderStatus
  kind?: OrderKind
  communityCode?: string
  urgency?: 'urgent'
  q?: string
  /** Where it is not that of the view. */
  sort?: DeskSort
}

/** What the address of the desk says: which view, narrowed by what, with which order beside it. */
export interface DeskState {
  view: QueueTab
  filter: DeskFilter
  orderId: string | undefined
}

const oneOf = <Value extends string>(values: readonly Value[], value: string | undefined): Value | undefined =>
  values.find((known) => known === value)

/** Reads an address that anyone may have written; what it says wrongly, it does not say. */
export function readDesk(query: PageQuery, views: readonly [QueueTab, ...QueueTab[]]): DeskState {
  const status = oneOf(orderStatuses, query.status)
  const kind = oneOf(orderKinds, query.kind)
  const sort = oneOf(deskSorts, query.sort)
  return {
    view: views.find(({ key }) => key === query.view) ?? views[0],
    filter: {
      ...(status && { status }),
      ...(kind && { kind }),
      ...(query.community && { communityCode: query.community }),
      ...(query.urgency === 'urgent' && { urgency: 'urgent' }),
      ...(query.q && { q: query.q }),
      ...(sort && { sort }),
    },
    orderId: query.order === '' ? undefined : query.order,
  }
}

export const writeDesk = ({ view, filter, orderId }: DeskState): PageQuery => ({
  view: view.key,
  status: filter.status,
  kind: filter.kind,
  community: filter.communityCode,
  urgency: filter.urgency,
  q: filter.q,
  sort: filter.sort,
  order: orderId,
})

export const isNarrowed = (filter: DeskFilter): boolean => Object.keys(filter).some((key) => key !== 'sort')

/** How the list goes: as was asked for, else as the view does; what is a task goes by time. */
export const sortOf = ({ view, filter }: DeskState): DeskSort => (view.task ? view.sort : (filter.sort ?? view.sort))

/** The statuses that are listed: those of the view, or the one that was asked for. */
export const statusesOf = ({ view, filter }: DeskState): readonly OrderStatus[] =>
  filter.status ? [filter.status] : view.statuses
