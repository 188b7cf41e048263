import { roleWords } from '@xinban/shared/domain'
import type { Option } from '@/components/choice/choice.types'
import { useRemote } from '@/hooks/use-remote'
import type { ApiProblem } from '@/platform/problem'

export type TargetGroup = 'member' | 'grid' | 'unit'

interface DispatchTargets {
  options: readonly Option<string>[]
  problem: ApiProblem | undefined
  isLoading: boolean
  reload: () => void
}

const limit = 100

/** Whom a community can hand an order to, with the load they carry now. */
export function useDispatchTargets(communityCode: string, group: TargetGroup): DispatchTargets {
  const members = useRemote('members.list', group === 'member' ? { query: { orgCode: communityCode, limit } } : null)
  const level = group === 'member' ? null : group
  const orgs = useRemote('orgs.list', level ? { query: { parent: communityCode, level, limit } } : null)
  if (group === 'member') {
    const options = [...(members.data?.items ?? [])]
      .sort((a, b) => a.openOrders - b.openOrders)
      .map(({ id, name, role, org, openOrders }) => ({
        value: id,
        word: name,
        detail: `${org.name} · ${roleWords[role]} · 手上 ${openOrders} 件`,
      }))
    return { options, problem: members.problem, isLoading: members.isLoading, reload: members.reload }
  }
  const options = (orgs.data?.items ?? []).map(({ code, name }) => ({ value: code, word: name }))
  return { options, problem: orgs.problem, isLoading: orgs.isLoading, reload: orgs.reload }
}
