import type { Membership, Order, OrderCounts, OrderSummary } from '@xinban/shared/contracts'
import { usePages, type OrderPages } from '@/hooks/use-pages'
import { useRemote } from '@/hooks/use-remote'
import { isStillIn } from '@/words/queue-tabs'
import { sortOf, statusesOf, type DeskState } from './desk-state'

/** How many rows come at once. */
export const pageSize = 50

export interface DeskList {
  orders: OrderPages
  counts: OrderCounts | undefined
  refresh: () => Promise<void>
  /**
   * Shows rows as an action left them, and takes out those that do not belong to the list any more.
   * @returns the row that comes after the first of them
   */
  settle: (answers: readonly Order[]) => OrderSummary | undefined
}

/** The list that the address of the desk asks for, with what the views count. */
export function useDeskList(membership: Membership, state: DeskState): DeskList {
  const statuses = statusesOf(state)
  const counts = useRemote('orders.counts', { query: { membershipId: membership.id } })
  const orders = usePages('orders.list', {
    view: 'queue',
    membershipId: membership.id,
    limit: pageSize,
    ...state.filter,
    sort: sortOf(state),
    status: statuses.join(','),
    ...(state.view.task && { task: state.view.task }),
  })

  async function refresh() {
    counts.reload()
    await orders.reload()
  }

  function settle(answers: readonly Order[]) {
    const now = new Date()
    const belongs = (order: Order) => statuses.includes(order.status) && isStillIn(state.view, order, now)
    const gone = new Set(answers.filter((order) => !belongs(order)).map(({ id }) => id))
    const at = orders.items.findIndex(({ id }) => id === answers[0]?.id)
    const rest = [...orders.items.slice(at + 1), ...orders.items.slice(0, Math.max(at, 0)).reverse()]
    for (const answer of answers) {
      if (gone.has(answer.id)) orders.drop(answer.id)
      else orders.put(answer)
    }
    counts.reload()
    return rest.find(({ id }) => !gone.has(id))
  }

  return { orders, counts: counts.data, refresh, settle }
}
