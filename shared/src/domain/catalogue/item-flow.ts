import { actionsFrom, defineFlow } from '../flow/flow'

/** `draft` was never published; `open` can be ordered; `closed` stays readable for whoever ordered it. */
export const itemStates = ['draft', 'open', 'closed'] as const
export type ItemState = (typeof itemStates)[number]

/** What moves a service item. Editing and offering move nothing and are no part of it. */
export const itemFlow = defineFlow({
  start: 'draft',
  states: itemStates,
  closed: [],
  actions: {
    publish: { from: ['draft', 'open'], to: 'open', by: ['district'] },
    close: { from: ['open'], to: 'closed', by: ['district'] },
    reopen: { from: ['closed'], to: 'open', by: ['district'] },
  },
})
export type ItemMove = keyof typeof itemFlow.actions

/** Everything the editor's screen may offer. */
export const itemActions = ['edit', 'discard-draft', 'publish', 'close', 'reopen'] as const
export type ItemAction = (typeof itemActions)[number]

/** What can be done to an item now, by whoever may edit it. Only a draft can be published or discarded. */
export function possibleItemActions(item: { state: ItemState; hasDraft: boolean }): ItemAction[] {
  const moves = actionsFrom(itemFlow, item.state).filter((move) => move !== 'publish' || item.hasDraft)
  return ['edit', ...(item.hasDraft ? (['discard-draft'] as const) : []), ...moves]
}

export const itemStateWords: Record<ItemState, string> = { draft: '未发布', open: '提供中', closed: '已停办' }
export const itemMoveWords: Record<ItemMove, string> = { publish: '发布', close: '停办', reopen: '恢复办理' }
