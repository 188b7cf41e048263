import type { OrderEvent, OrderSummary } from '@xinban/shared/contracts'
import {
  declineDecisionWords,
  declineReasonWords,
  roleWords,
  type DeclineDecision,
  type DeclineReason,
  type OrderAction,
} from '@xinban/shared/domain'

/** Residents read that the street checked; staff call it 评单. */
export type Audience = 'owner' | 'staff'

/** To those who work on it, in officials' terms. */
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
  grade: '评单',
  rework: '要求重新办理',
  approve: '同意公开标题和社区',
  second: '附议',
  merge: '把它并到另一个同样的单，一起办',
  unmerge: '撤销并单，这个单继续单独办',
}

/** Whose order it is, as far as that is the reader. */
type Owned = Pick<OrderSummary, 'isOwn' | 'isOnBehalf'>

/** Who did it: the reader by 你, the org that answers for it first, a person's own name only where there is no org. */
function whoOf({ actor, action }: OrderEvent, order: Owned | undefined): string {
  const isOwners = action === 'rate' || action === 'withdraw' || (action === 'place' && !order?.isOnBehalf)
  if (order?.isOwn && isOwners && !actor.role) return '你'
  if (actor.org) return actor.org.name
  if (actor.role) return roleWords[actor.role]
  return action === 'place' || action === 'rate' || action === 'withdraw' ? (actor.name ?? '居民') : '工作人员'
}

/** Where residents read it otherwise: nobody at home says 退单 or 派单. */
const deedsToOwner: Partial<Record<OrderAction | 'place', string>> = {
  decline: '正在核实该由谁来办',
  'resolve-decline': '看过了',
  dispatch: '已安排人去办',
  grade: '检查完毕',
  merge: '把它和另一个同样的单放在一起办',
  unmerge: '让这个单重新单独办',
}

const reasonsToOwner: Record<DeclineReason, string> = {
  wrong_place: '事情可能不在这个社区',
  unclear_owner: '还不清楚归谁管',
  not_our_duty: '要由别的部门来办',
  duplicate: '同样的事已经有人说过',
  incomplete: '还差一些信息',
}

const decisionsToOwner: Record<DeclineDecision, string> = {
  confirm: '社区确实办不了',
  redirect: '转给别的社区办',
  overrule: '还是由社区来办',
}

function detailOf({ reason, decision, to }: OrderEvent): string {
  if (decision) return `：${declineDecisionWords[decision]}${to ? `（${to.name}）` : ''}`
  if (reason) return `：${declineReasonWords[reason]}`
  return to ? `给${to.name}` : ''
}

function tellOwnerDeed({ action, reason, decision, to }: OrderEvent): string {
  if (action === 'dispatch' && to) return `已安排${to.name}去办`
  if (decision === 'redirect' && to) return `已转到${to.name}`
  if (decision) return `看过了：${decisionsToOwner[decision]}`
  const deed = deedsToOwner[action] ?? deeds[action]
  return reason ? `${deed}：${reasonsToOwner[reason]}` : deed
}

function deedOf(event: OrderEvent, audience: Audience): string {
  // Whoever rates in a role wrote down what the resident said on the telephone.
  if (event.action === 'rate' && event.actor.role) return '打电话问了满意度，记下评价'
  return audience === 'staff' ? `${deeds[event.action]}${detailOf(event)}` : tellOwnerDeed(event)
}

const photoNames: Partial<Record<OrderAction | 'place', string>> = { place: '点单', progress: '进展', fulfil: '办结' }

/** What one of an event's pictures is, read out in its place; pictures are counted from 0. */
export function namePhoto({ action, attachments }: OrderEvent, index: number): string {
  return `${photoNames[action] ?? ''}照片 ${index + 1}，共 ${attachments.length} 张`
}

/** One line for one event of the timeline. @param order whose own deeds are told as 你 */
export function tellEvent(event: OrderEvent, audience: Audience, order?: Owned): string {
  const mark = event.isSynthetic ? '（导入时补记）' : ''
  const who = whoOf(event, audience === 'owner' ? order : undefined)
  return `${who === '你' ? who : `${who} `}${deedOf(event, audience)}${mark}`
}
