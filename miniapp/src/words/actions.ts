import type { OrderAction, OrderStatus } from '@xinban/shared/domain'
import type { Audience } from './event-story'

const buttonWords: Record<OrderAction, string> = {
  accept: '接单',
  decline: '退单',
  'resolve-decline': '审退单',
  dispatch: '派单',
  progress: '记进展',
  fulfil: '办结',
  withdraw: '撤回这个单',
  rate: '去评价',
  grade: '评单',
  rework: '要求返工',
  approve: '同意公开',
  second: '我也需要，附议',
  merge: '并单',
  unmerge: '撤销并单',
  callback: '回访',
  rectify: '整改',
  'follow-up-rating': '再评一次',
  'request-extension': '申请延期',
  'resolve-extension': '审延期',
  urge: '催一催',
  dispute: '还没办好？告诉街道',
  'resolve-dispute': '审异议',
  'resolve-escalation': '督办决定',
  'offer-to-units': '请单位帮办',
  unlist: '不上心愿墙',
  claim: '认领这个心愿',
  'first-contact': '记首次联系',
  release: '退回心愿墙',
  'invite-unit': '邀请单位一起办',
  join: '一起办',
  'call-volunteers': '召集志愿者',
  lapse: '到期退回',
}

/** Staff rate for someone whom they asked on the telephone. */
const buttonWordsToStaff: Partial<Record<OrderAction, string>> = {
  rate: '记电话回访',
  'follow-up-rating': '记电话追评',
}

/** Words on buttons: to whoever presses them. */
export const buttonWord = (action: OrderAction, audience: Audience): string =>
  (audience === 'staff' ? buttonWordsToStaff[action] : undefined) ?? buttonWords[action]

/** The most likely first. */
const inTurn: readonly OrderAction[] = [
  'resolve-escalation',
  'resolve-dispute',
  'claim',
  'join',
  'first-contact',
  'accept',
  'rate',
  'follow-up-rating',
  'resolve-decline',
  'callback',
  'rectify',
  'grade',
  'resolve-extension',
  'fulfil',
  'dispatch',
  'progress',
  'request-extension',
  'offer-to-units',
  'rework',
  'decline',
  'approve',
  'unlist',
  'call-volunteers',
  'invite-unit',
  'release',
  'merge',
  'unmerge',
  'second',
  'urge',
  'dispute',
  'withdraw',
  'lapse',
]

/**
 * Puts the actions that the server allows into the order of a screen: the most likely first.
 * An order just accepted is usually handed on before it is done.
 */
export function orderActionsForScreen(allowed: readonly OrderAction[], status: OrderStatus): OrderAction[] {
  const weigh = (action: OrderAction) => (status === 'accepted' && action === 'dispatch' ? -1 : inTurn.indexOf(action))
  return [...allowed].sort((a, b) => weigh(a) - weigh(b))
}
