import type { CommentState, NeedSource, NeedState, ObjectionState } from './need-flow'
import type { PledgeAction, PledgeCategory, PledgeListAction, PledgeListState, PledgeState } from './pledge-flow'

export const pledgeListStateWords: Record<PledgeListState, string> = {
  collecting: '问需中',
  deliberating: '票决中',
  published: '已公布',
  delivering: '办理中',
  evaluating: '评议中',
  closed: '已收官',
}
export const pledgeStateWords: Record<PledgeState, string> = {
  delivering: '办理中',
  in_notice: '销号公示',
  struck_off: '已销号',
}
export const pledgeCategoryWords: Record<PledgeCategory, string> = {
  urgent_need: '急难愁盼',
  living_space: '宜居环境',
  public_service: '公共服务',
  public_safety: '公共安全',
}
export const pledgeActionWords: Record<PledgeAction, string> = {
  progress: '报进展',
  'complete-milestone': '完成节点',
  amend: '调整',
  'request-strike-off': '申请销号',
  'strike-off': '销号',
  'send-back': '退回继续办',
  comment: '留言',
  rate: '评价',
  grade: '评单',
  object: '提异议',
  'resolve-objection': '答复异议',
}
export const pledgeListActionWords: Record<PledgeListAction, string> = {
  deliberate: '提出候选事项',
  'open-vote': '开始票决',
  'consent-number': '同意件数',
  publish: '公布清单',
  start: '开始办理',
  evaluate: '进入评议',
  grade: '年度评单',
  close: '收官',
}
export const needStateWords: Record<NeedState, string> = {
  waiting: '等待答复',
  candidate: '列入候选',
  order: '转为点单',
  declined: '暂不列入',
}
export const needSourceWords: Record<NeedSource, string> = {
  form: '居民提出',
  visit: '入户走访',
  meeting: '议事会',
  order: '来自点单',
}
export const commentStateWords: Record<CommentState, string> = {
  waiting: '待审核',
  approved: '已公开',
  hidden: '未公开',
}
export const objectionStateWords: Record<ObjectionState, string> = {
  open: '待答复',
  answered: '已答复',
  appealed: '申诉中',
  closed: '已了结',
}
/** 部分未报: some milestones have no report yet. */
export const partlyReportedWord = '部分未报'
export const beyondTargetWord = '超额'
