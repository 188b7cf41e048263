import type { OrderEvent, OrderSummary } from '@xinban/shared/contracts'
import { declineReasonWords, roleWords, starWords, type DeclineReason, type OrderDeed } from '@xinban/shared/domain'
import { decisionToOwner, decisionToStaff } from './decision-words'

/** Residents read that the street checked; staff call it 评单. */
export type Audience = 'owner' | 'staff'

/** To those who work on it, in officials' terms. */
const deeds: Record<OrderDeed, string> = {
  place: '提交了这个单',
  'default-review': '没有人评价，按区里的规定记了默认评价',
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
  callback: '回访',
  rectify: '整改完成',
  'follow-up-rating': '追评',
  'request-extension': '申请延期',
  'resolve-extension': '审延期',
  urge: '催单',
  dispute: '提出异议',
  'resolve-dispute': '审异议',
  'resolve-escalation': '督办决定',
  'offer-to-units': '请单位帮办，等街道审单',
  unlist: '不上心愿墙，由社区来办',
  claim: '认领了这个心愿',
  'first-contact': '和本人联系上了',
  release: '退回心愿墙',
  'invite-unit': '邀请一起办',
  join: '答应一起办',
  'call-volunteers': '召集志愿者一起来',
  lapse: '领单后没有按时联系，退回心愿墙',
}

const byOwner: readonly OrderDeed[] = ['place', 'rate', 'withdraw', 'follow-up-rating', 'urge', 'dispute']

/** Whose order it is, as far as that is the reader. */
type Owned = Pick<OrderSummary, 'isOwn' | 'isOnBehalf'>

/** Who did it: the reader by 你, the org that answers for it first, a person's own name only where there is no org. */
function whoOf({ actor, action }: OrderEvent, order: Owned | undefined): string {
  const isOwners = byOwner.includes(action) && !(action === 'place' && order?.isOnBehalf)
  if (order?.isOwn && isOwners && !actor.role) return '你'
  if (action === 'default-review') return '系统'
  if (action === 'lapse') return '到期自动'
  if (actor.org) return actor.org.name
  if (actor.role) return roleWords[actor.role]
  return byOwner.includes(action) ? (actor.name ?? '居民') : '工作人员'
}

/** Where residents read it otherwise: nobody at home says 退单 or 派单. */
const deedsToOwner: Partial<Record<OrderDeed, string>> = {
  decline: '正在核实该由谁来办',
  'resolve-decline': '看过了',
  dispatch: '已安排人去办',
  grade: '检查完毕',
  merge: '把它和另一个同样的单放在一起办',
  unmerge: '让这个单重新单独办',
  callback: '打电话问了哪里没办好',
  rectify: '重新改好了',
  'follow-up-rating': '改好后再次评价',
  'request-extension': '需要多一些时间，等街道同意',
  'resolve-extension': '看过了',
  urge: '催了一次',
  dispute: '说还没办好',
  'resolve-dispute': '核实过了',
  'resolve-escalation': '看过了',
  'offer-to-units': '请单位和志愿队来帮忙',
  unlist: '看过了，由社区来办',
  'first-contact': '联系过了',
  release: '没有办成，放回心愿墙等别的单位',
  lapse: '没有按时联系，心愿已优先放回心愿墙',
}

const reasonsToOwner: Record<DeclineReason, string> = {
  wrong_place: '事情可能不在这个社区',
  unclear_owner: '还不清楚归谁管',
  not_our_duty: '要由别的部门来办',
  duplicate: '同样的事已经有人说过',
  incomplete: '还差一些信息',
}

/** What an event says beside its action: how many days, how many stars, whether anybody answered. */
function extraOf({ action, days, stars, isReached, isComplex }: OrderEvent): string {
  if (isComplex) return `，情况复杂，需要 ${days} 个工作日`
  if (action === 'callback') return isReached === false ? '，没打通' : ''
  if (stars !== undefined) return `：${stars} 星 ${starWords[stars]}`
  return days === undefined ? '' : ` ${days} 个工作日`
}

function detailOf(event: OrderEvent): string {
  const { reason, decision, to } = event
  if (decision) return `：${decisionToStaff(decision)}${to ? `（${to.name}）` : ''}${extraOf(event)}`
  if (reason) return `：${declineReasonWords[reason]}`
  return to && event.action !== 'claim' && event.action !== 'invite-unit' ? `给${to.name}` : extraOf(event)
}

function tellOwnerDeed(event: OrderEvent): string {
  const { action, reason, decision, to, days } = event
  if (action === 'dispatch' && to) return `已安排${to.name}去办`
  if (decision === 'redirect' && to) return `已转到${to.name}`
  if (decision === 'assign' && to) return `定了：由${to.name}来办`
  if (action === 'request-extension' && days !== undefined) return `需要多 ${days} 个工作日，等街道同意`
  const deed = deedsToOwner[action] ?? deeds[action]
  if (decision) return `${deed}：${decisionToOwner(decision)}`
  return reason ? `${deed}：${reasonsToOwner[reason]}` : `${deed}${extraOf(event)}`
}

/** Whoever rates in a role wrote down what the resident said on the telephone. */
const onTelephone: Partial<Record<OrderDeed, string>> = {
  rate: '打电话问了满意度，记下评价',
  'follow-up-rating': '打电话问了改好以后的满意度，记下评价',
}

function deedOf(event: OrderEvent, audience: Audience): string {
  const asked = event.actor.role === null ? undefined : onTelephone[event.action]
  if (asked !== undefined) return `${asked}${extraOf(event)}`
  const told = audience === 'staff' ? `${deeds[event.action]}${detailOf(event)}` : tellOwnerDeed(event)
  if (!event.isEscalated) return told
  return `${told}${audience === 'staff' ? '（次数过多，已提级，由区里决定）' : '（已交给区里决定）'}`
}

const photoNames: Partial<Record<OrderDeed, string>> = {
  place: '点单',
  progress: '进展',
  fulfil: '办结',
  rectify: '整改',
  dispute: '没办好的',
}

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
