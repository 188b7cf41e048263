import type { Order, OrderSummary } from '@xinban/shared/contracts'
import { orderFlow, statusWords, type OrderStatus } from '@xinban/shared/domain'
import type { Option } from '@/components/choice/choice.types'
import { useRemote } from '@/hooks/use-remote'
import { useMembership } from '@/hooks/use-session'
import type { ApiProblem } from '@/platform/problem'

interface MergeTargets {
  targets: readonly OrderSummary[]
  options: readonly Option<string>[]
  problem: ApiProblem | undefined
  isLoading: boolean
  reload: () => void
}

const limit = 20
const mergeable: readonly OrderStatus[] = orderFlow.actions.merge.from

/** Orders that can go on in place of `order`: without a search the similar ones first, then the queue, newest first. */
export function useMergeTargets(order: Order, q: string): MergeTargets {
  const membershipId = useMembership()?.id
  const queue = useRemote('orders.list', {
    query: {
      view: 'queue',
      status: mergeable.join(','),
      limit,
      ...(membershipId !== undefined && { membershipId }),
      ...(q !== '' && { q }),
    },
  })
  const similar = useRemote('orders.similar', { query: { orderId: order.id } })
  const first = (q === '' ? (similar.data?.items ?? []) : [])
    .map((found) => found.order)
    .filter(({ status }) => mergeable.includes(status))
  const isFirst = new Set(first.map(({ id }) => id))
  const targets = [...first, ...(queue.data?.items ?? []).filter(({ id }) => !isFirst.has(id))].filter(
    ({ id }) => id !== order.id,
  )
  const options = targets.map(({ id, title, no, status, place, communityCode, communityName }) => ({
    value: id,
    word: title,
    detail: [
      isFirst.has(id) ? '相似' : null,
      statusWords[status],
      place,
      communityCode === order.communityCode ? null : communityName,
      no,
    ]
      .filter(Boolean)
      .join(' · '),
  }))
  // Both together, so that nothing moves under the finger; the similar ones are only a help.
  return {
    targets,
    options,
    problem: queue.problem,
    isLoading: queue.isLoading || similar.isLoading,
    reload: queue.reload,
  }
}
