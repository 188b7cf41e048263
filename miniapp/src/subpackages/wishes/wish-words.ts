import type { OrderSummary } from '@xinban/shared/contracts'
import { wallStateWords, wishCategoryWords } from '@xinban/shared/domain'

/** Where it stands on the wall, in a line for everyone. */
export function tellWish({ wish }: OrderSummary): string {
  if (!wish?.state || wish.state === 'waiting') return '等街道审单'
  const state = wallStateWords[wish.state]
  if (wish.state !== 'open') return state
  const waited = wish.days === null || wish.days === 0 ? '今天上墙' : `已等 ${wish.days} 天`
  return wish.isPriority ? `${state} · ${waited} · 优先` : `${state} · ${waited}`
}

/** From whom it comes, where that is no resident. */
export const tellTask = ({ ownerOrg }: OrderSummary): string | null => ownerOrg && `部门任务 · ${ownerOrg.name}`

export const tellCategory = ({ wish }: OrderSummary): string =>
  wish?.category ? wishCategoryWords[wish.category] : '心愿'
