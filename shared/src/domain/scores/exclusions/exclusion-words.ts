import type { ExclusionDecision, ExclusionReason, ExclusionRefusal, ExclusionState } from './exclusion-flow'

export const exclusionStateWords: Record<ExclusionState, string> = {
  proposed: '待审批',
  approved: '已剔除',
  rejected: '未同意',
  withdrawn: '已撤回',
}

export const exclusionDecisionWords: Record<ExclusionDecision, string> = { approve: '同意剔除', reject: '不同意' }

export const exclusionReasonWords: Record<ExclusionReason, string> = {
  force_majeure: '不可抗力',
  system_failure: '系统故障',
  beyond_the_law: '诉求没有法律政策依据',
  in_court: '已进入诉讼、仲裁或信访程序',
  resident_unreachable: '多次联系不上本人',
  mistaken_rating: '本人确认误评',
  malicious_rating: '查实的恶意评价',
}

/** Why it cannot be done, and what to do instead. */
export const exclusionRefusalWords: Record<ExclusionRefusal, string> = {
  wrong_state: '这份剔除申请已经有了结果，请刷新后查看',
  own_proposal: '不能审批自己提出的剔除申请，请另一位同事审批',
  handled_the_order: '你经办过这个单，不能审批它的剔除，请另一位同事审批',
  not_the_proposer: '只有提出的人能撤回；不同意的话，请在审批里选“不同意”',
}
