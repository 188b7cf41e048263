import type { OrderEvent } from '@xinban/shared/contracts'
import { declineDecisionWords, declineReasonWords, roleWords, type OrderAction } from '@xinban/shared/domain'

/** Residents read that the street checked; staff call it 评单. */
export type Audience = 'owner' | 'staff'

const deeds: Record<OrderAction | 'place', string> = {
  place: '提交了这个单',
  accept: '接单',
  decline: '申请退单',
  'resolve-decline': '审退单',
  dispatch: '派单',
  progress: '有新进展',
  fulfil: '办好了',
  withdraw: '撤回了这个单',
  rate: '评价了',
  grade: '检查完毕',
  rework: '要求重新办理',
  approve: '同意公开标题和社区',
  second: '附议',
  merge: '把它并到另一个同样的单，一起办',
  unmerge: '撤销并单，这个单继续单独办',
}

/** Who did it: the org that answers for it first, a person's own name only where there is no org. */
function whoOf({ actor, action }: OrderEvent): string {
  if (actor.org) return actor.org.name
  if (actor.role) return roleWords[actor.role]
  return action === 'place' || action === 'rate' || action === 'withdraw' ? (actor.name ?? '居民') : '工作人员'
}

function detailOf({ reason, decision, to }: OrderEvent): string {
  if (decision) return `：${declineDecisionWords[decision]}${to ? `（${to.name}）` : ''}`
  if (reason) return `：${declineReasonWords[reason]}`
  return to ? `给${to.name}` : ''
}

function deedOf({ action, actor }: OrderEvent, audience: Audience): string {
  // Whoever rates in a role wrote down what the resident said on the telephone.
  if (action === 'rate' && actor.role) return '打电话问了满意度，记下评价'
  return audience === 'staff' && action === 'grade' ? '评单' : deeds[action]
}

const photoNames: Partial<Record<OrderAction | 'place', string>> = { place: '点单', progress: '进展', fulfil: '办结' }

/** What one of an event's pictures is, read out in its place; pictures are counted from 0. */
export function namePhoto({ action, attachments }: OrderEvent, index: number): string {
  return `${photoNames[action] ?? ''}照片 ${index + 1}，共 ${attachments.length} 张`
}

/** One line for one event of the timeline. */
export function tellEvent(event: OrderEvent, audience: Audience): string {
  const mark = event.isSynthetic ? '（导入时补记）' : ''
  return `${whoOf(event)} ${deedOf(event, audience)}${detailOf(event)}${mark}`
}
