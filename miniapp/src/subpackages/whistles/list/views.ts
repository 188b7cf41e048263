import type { Sent } from '@xinban/shared/contracts'
import type { Role } from '@xinban/shared/domain'

export interface ListView {
  readonly key: 'refusals' | 'open' | 'over'
  readonly word: string
  readonly view: Sent<'whistles.list', 'query'>['view']
  readonly isOver: boolean
  readonly empty: string
  readonly hint: string
}

const opened = (view: ListView['view'], empty: string, hint: string): ListView => ({
  ...{ key: 'open', word: '在办', view, isOver: false, empty, hint },
})
const over = (view: ListView['view']): ListView => ({
  ...{ key: 'over', word: '已了结', view, isOver: true, empty: '还没有了结的哨', hint: '销哨、撤回和不成立的哨在这里' },
})
const refusals: ListView = {
  ...{ key: 'refusals', word: '待审退哨', view: 'refusals', isOver: false },
  ...{ empty: '没有待审的退哨', hint: '部门认为吹得不对时，会写明理由报到这里' },
}

/** What a role looks at, the most pressing first. */
export function viewsOf(role: Role): readonly [ListView, ...ListView[]] {
  if (role === 'street_staff') return [opened('blown', '没有在办的哨', '要请部门到场，点上面的“吹哨”'), over('blown')]
  if (role === 'unit_staff')
    return [opened('called', '没有吹给你们的哨', '街道吹哨后会在这里，也会发消息'), over('called')]
  const all = [opened('all', '全区没有在办的哨', '街道吹哨后会在这里'), over('all')] as const
  return role === 'district_admin' ? [refusals, ...all] : all
}
