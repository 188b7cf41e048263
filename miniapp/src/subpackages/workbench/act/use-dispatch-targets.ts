import type { Answer, Order, OrgRef } from '@xinban/shared/contracts'
import { roleWords } from '@xinban/shared/domain'
import type { Option } from '@/components/choice/choice.types'
import { useRemote, type Remote } from '@/hooks/use-remote'
import { recallTarget, type TargetGroup } from './last-target'

interface DispatchTargets extends Pick<Remote<Answer<'orders.targets'>>, 'problem' | 'isLoading' | 'reload'> {
  /** Those with the least in hand first; before them whoever was chosen last. */
  optionsOf: (group: TargetGroup) => readonly Option<string>[]
}

const sayLoad = (openOrders: number): string => `手上 ${openOrders} 件`
const orgOption = ({ code, name, openOrders }: OrgRef & { openOrders: number }): Option<string> => ({
  ...{ value: code, word: name, detail: sayLoad(openOrders) },
})

/** Whom the community of an order can hand it to, with the load they carry now. */
export function useDispatchTargets(order: Order, membershipId: string): DispatchTargets {
  const { data, problem, isLoading, reload } = useRemote('orders.targets', { params: { id: order.id } })
  const last = recallTarget(membershipId)
  const options: Record<TargetGroup, readonly Option<string>[]> = {
    member: (data?.members ?? []).map(({ id, name, role, org, openOrders }) => ({
      value: id,
      word: name,
      detail: `${sayLoad(openOrders)} · ${org.name} · ${roleWords[role]}`,
    })),
    grid: (data?.grids ?? []).map(orgOption),
    unit: (data?.units ?? []).map(orgOption),
  }

  function optionsOf(group: TargetGroup) {
    const former = options[group].find(({ value }) => value === last?.target)
    if (!former) return options[group]
    const rest = options[group].filter((option) => option !== former)
    return [{ ...former, detail: [former.detail, '上次派给'].join(' · ') }, ...rest]
  }

  return { optionsOf, problem, isLoading, reload }
}
