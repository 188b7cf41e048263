import type { NoticeKind } from '../notices/notice-rules'
import type { RefusalDecision } from './whistle-flow'

/** `department` is the one that acted or that is spoken of, `others` the departments beside whoever acted. */
export type WhistleAudience = 'street' | 'department' | 'others' | 'district'

interface Rule {
  readonly to: readonly WhistleAudience[]
  readonly kind: NoticeKind
  readonly when?: (decision: RefusalDecision | undefined) => boolean
  /** One notice a day and whistle, which counts, instead of one for each fact. */
  readonly isGathered?: true
}

/** Who is told what of whistles; nobody of what they did themselves. Signing and contact stand in the list. */
export const whistleNoticeRules: Readonly<Record<string, readonly Rule[]>> = {
  'whistle.blown': [{ to: ['others'], kind: 'whistle.blown' }],
  'whistle.refused': [{ to: ['district'], kind: 'whistle.refused' }],
  'whistle.refusal-resolved': [
    { to: ['department', 'street'], kind: 'whistle.excused', when: (decision) => decision === 'uphold' },
    { to: ['department', 'street'], kind: 'whistle.refusal-overruled', when: (decision) => decision === 'overrule' },
  ],
  'whistle.attended': [{ to: ['street'], kind: 'whistle.attended' }],
  'whistle.progressed': [{ to: ['street', 'others'], kind: 'whistle.progressed', isGathered: true }],
  'whistle.finished': [{ to: ['street'], kind: 'whistle.finished' }],
  'whistle.sent-back': [{ to: ['others'], kind: 'whistle.sent-back' }],
  'whistle.closed': [{ to: ['others'], kind: 'whistle.closed' }],
  'whistle.withdrawn': [{ to: ['others'], kind: 'whistle.withdrawn' }],
  'whistle.department-graded': [{ to: ['department'], kind: 'whistle.graded' }],
  'whistle.street-graded': [{ to: ['street'], kind: 'whistle.street-graded' }],
  'whistle.warned': [{ to: ['department'], kind: 'whistle.warned' }],
  'whistle.overdue': [{ to: ['department', 'street'], kind: 'whistle.overdue' }],
}
