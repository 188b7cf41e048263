import type { OrderEvent } from '@xinban/shared/contracts'
import {
  declineDecisionWords,
  disputeDecisionWords,
  escalationDecisionWords,
  extensionDecisionWords,
} from '@xinban/shared/domain'

type Decision = NonNullable<OrderEvent['decision']>

const toStaff: Record<Decision, string> = {
  ...declineDecisionWords,
  ...extensionDecisionWords,
  ...disputeDecisionWords,
  ...escalationDecisionWords,
}

/** Residents read neither of 退单 nor of 异议. */
const toOwner: Record<Decision, string> = {
  confirm: '社区确实办不了',
  redirect: '转给别的社区办',
  overrule: '还是由社区来办',
  grant: '同意多给一些时间',
  refuse: '要按原来说的时间办好',
  uphold: '确实没办好，重新办理',
  reject: '事情已经办好，维持原来的结果',
  assign: '指定了由谁来办',
  continue: '接着办，区里盯着',
  end: '这件事确实办不了',
}

/** What was decided, in officials' terms. */
export const decisionToStaff = (decision: Decision): string => toStaff[decision]

/** What was decided, to whoever ordered it. */
export const decisionToOwner = (decision: Decision): string => toOwner[decision]
