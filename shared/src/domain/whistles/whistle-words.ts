import type { WhistleStep } from './whistle-clocks'
import type {
  RefusalDecision,
  WhistleAction,
  WhistleKind,
  WhistleParty,
  WhistlePartyState,
  WhistleRefusal,
  WhistleStatus,
} from './whistle-flow'

export const whistleKindWords: Record<WhistleKind, string> = { push: '推进哨', hard: '攻坚哨' }

export const whistleStatusWords: Record<WhistleStatus, string> = {
  blown: '等部门报到',
  working: '联合处置中',
  finished: '待街道销哨',
  closed: '已销哨',
  withdrawn: '已撤回',
  unfounded: '吹哨不成立',
}

export const whistlePartyStateWords: Record<WhistlePartyState, string> = {
  called: '待签收',
  signed: '已签收',
  contacted: '已联系',
  attended: '已报到',
  refusing: '退哨待区里定',
  excused: '不用报到',
}

export const whistleActionWords: Record<WhistleAction | 'blow', string> = {
  blow: '吹哨',
  sign: '签收',
  refuse: '退哨',
  'resolve-refusal': '审退哨',
  contact: '已和街道联系',
  'report-in': '到场报到',
  progress: '记进展',
  finish: '处置完成',
  'send-back': '退回再办',
  close: '销哨',
  withdraw: '撤回',
  'grade-department': '评部门',
  'grade-street': '评街道',
}

export const refusalDecisionWords: Record<RefusalDecision, string> = {
  uphold: '退哨成立，不用报到',
  overrule: '退哨不成立，继续报到',
}

/** Who takes a step, as a refusal names them. */
export const whistlePartyWords: Record<WhistleParty, string> = {
  street: '吹哨的街道（镇）',
  department: '被吹哨的部门',
  lead: '牵头部门',
  district: '区里',
}

export const whistleStepWords: Record<WhistleStep, string> = { sign: '签收', contact: '联系', attend: '到场' }

/** Why it cannot be done, and what to do instead. */
export const whistleRefusalWords: Record<WhistleRefusal, string> = {
  wrong_state: '这个哨现在的状态不能这样操作，请刷新后查看',
  wrong_party_state: '这个部门现在还不能这样操作：先签收，再联系、到场报到，请刷新后查看',
  refused_before: '这个哨已经退过一次，区里已有决定，请继续报到',
  refusal_open: '还有部门的退哨没有定，等区里决定后再销哨',
  already_graded: '已经评过了，一个哨评一次',
  department_excused: '区里已定这个部门不用报到，不用评',
}
