import type { Order, OrderSummary } from '@xinban/shared/contracts'
import { orderFlow, statusWords } from '@xinban/shared/domain'
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

/** Orders of the member's queue that can go on in place of `order`, newest first. */
export function useMergeTargets(order: Order, q: string): MergeTargets {
  const membershipId = useMembership()?.id
  const { data, problem, isLoading, reload } = useRemote('orders.list', {
    query: {
      view: 'queue',
      status: orderFlow.actions.merge.from.join(','),
      limit,
      ...(membershipId !== undefined && { membershipId }),
      ...(q !== '' && { q }),
    },
  })
  const targets = (data?.items ?? []).filter(({ id }) => id !== order.id)
  const options = targets.map(({ id, title, no, status, place, communityCode, communityName }) => ({
    value: id,
    word: title,
    detail: [statusWords[status], place, communityCode === order.communityCode ? null : communityName, no]
      .filter(Boolean)
      .join(' · '),
  }))
  return { targets, options, problem, isLoading, reload }
}
