import type { ClockKind } from './order-clocks'
import type {
  DeclineDecision,
  DeclineReason,
  DisputeDecision,
  EscalationDecision,
  ExtensionDecision,
  OrderDeed,
  OrderKind,
  OrderStatus,
} from './order-flow'

/** Words for people. Officials' terms (评单) appear on officials' screens only. */
export const kindWords: Record<OrderKind, string> = {
  service: '点单服务',
  wish: '微心愿',
  issue: '诉求',
  suggestion: '建议',
  consultation: '咨询',
}

export const statusWords: Record<OrderStatus, string> = {
  submitted: '待接单',
  accepted: '已接单',
  declining: '退单待审',
  listed: '待认领',
  in_progress: '办理中',
  fulfilled: '已办结',
  rated: '已评价',
  rework: '返工中',
  graded: '已评单',
  declined: '已退单',
  withdrawn: '已撤回',
  merged: '已并单',
}

export const actionWords: Record<OrderDeed, string> = {
  place: '点单',
  'default-review': '默认评价',
  accept: '接单',
  decline: '退单',
  'resolve-decline': '审退单',
  dispatch: '派单',
  progress: '记进展',
  fulfil: '办结',
  withdraw: '撤回',
  rate: '评价',
  grade: '评单',
  rework: '要求返工',
  approve: '同意公开',
  second: '附议',
  merge: '并单',
  unmerge: '撤销并单',
  callback: '回访',
  rectify: '整改',
  'follow-up-rating': '追评',
  'request-extension': '申请延期',
  'resolve-extension': '审延期',
  urge: '催单',
  dispute: '提出异议',
  'resolve-dispute': '审异议',
  'resolve-escalation': '提级督办',
  'offer-to-units': '请单位帮办',
  unlist: '不上心愿墙',
  claim: '认领',
  'first-contact': '记首次联系',
  release: '退回心愿墙',
  'invite-unit': '邀请一起办',
  join: '一起办',
  'call-volunteers': '召集志愿者',
  lapse: '到期退回心愿墙',
}

export const declineReasonWords: Record<DeclineReason, string> = {
  wrong_place: '属地不符',
  unclear_owner: '权属不清',
  not_our_duty: '非本级职责',
  duplicate: '重复',
  incomplete: '信息不全',
}

export const declineDecisionWords: Record<DeclineDecision, string> = {
  confirm: '同意退单',
  redirect: '转到别的社区',
  overrule: '不同意，继续办理',
}

export const extensionDecisionWords: Record<ExtensionDecision, string> = { grant: '同意延期', refuse: '不同意延期' }

export const disputeDecisionWords: Record<DisputeDecision, string> = {
  uphold: '异议成立，重新办理',
  reject: '异议不成立，维持原结果',
}

export const escalationDecisionWords: Record<EscalationDecision, string> = {
  assign: '指定社区办理',
  continue: '继续办理，区里督办',
  end: '确实办不了，结束这个单',
}

/** What a clock measures, as officials say it. */
export const clockKindWords: Record<ClockKind, string> = {
  resident: '全程',
  accept: '接单',
  fulfil: '办结',
  rework: '返工',
  resolve_decline: '审退单',
  resolve_extension: '审延期',
  resolve_dispute: '审异议',
  resolve_escalation: '督办决定',
  callback: '回访',
  rectify: '整改',
  grade: '评单',
  approve: '审单',
  claim: '待认领',
  contact: '首次联系',
}
