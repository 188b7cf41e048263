/**
 * How someone stands to a pledge or need of which they are told. `needers`: whose needs became it; `writers`: staff of
 * its org; `reviewers`: staff who verify it; `unit`: the unit that it names; `person`: whoever wrote what was decided;
 * `interested`: who needed, discussed or rated what a survey is about and may take part in it, whether they did or not.
 */
export type PledgeAudience = 'needers' | 'writers' | 'unit' | 'reviewers' | 'district' | 'person' | 'interested'

export const pledgeNoticeKinds = [
  'need.answered',
  'need.pledged',
  'need.done',
  'pledge.milestone-near',
  'pledge.became-stale',
  'pledge.strike-off-requested',
  'pledge.sent-back',
  'pledge.struck-off',
  'pledge.objected',
  'pledge.appealed',
  'pledge.objection-resolved',
  'comment.approved',
  'comment.hidden',
  'survey.published',
  'survey.closed',
] as const
export type PledgeNoticeKind = (typeof pledgeNoticeKinds)[number]

interface PledgeRule {
  readonly to: readonly PledgeAudience[]
  readonly kind: PledgeNoticeKind
}

/**
 * Who is told what of needs and pledges, by the topic of a message. Residents hear of what they asked for: the answer,
 * that it was pledged, and that it is done. Staff hear of what waits for them. Nobody is told of what they did
 * themselves, and nobody twice of one fact.
 */
export const pledgeNoticeRules: Readonly<Record<string, readonly PledgeRule[]>> = {
  'need.answered': [{ to: ['person'], kind: 'need.answered' }],
  'pledge.published': [{ to: ['needers'], kind: 'need.pledged' }],
  'pledge.milestone-near': [{ to: ['writers', 'unit'], kind: 'pledge.milestone-near' }],
  'pledge.became-stale': [{ to: ['writers', 'unit', 'reviewers'], kind: 'pledge.became-stale' }],
  'pledge.strike-off-requested': [{ to: ['reviewers'], kind: 'pledge.strike-off-requested' }],
  'pledge.sent-back': [{ to: ['writers', 'unit'], kind: 'pledge.sent-back' }],
  'pledge.struck-off': [
    { to: ['needers'], kind: 'need.done' },
    { to: ['writers', 'unit'], kind: 'pledge.struck-off' },
  ],
  'pledge.objected': [{ to: ['reviewers'], kind: 'pledge.objected' }],
  'pledge.appealed': [{ to: ['district'], kind: 'pledge.appealed' }],
  'pledge.objection-resolved': [{ to: ['person'], kind: 'pledge.objection-resolved' }],
  'comment.approved': [{ to: ['person'], kind: 'comment.approved' }],
  'comment.hidden': [{ to: ['person'], kind: 'comment.hidden' }],
  'survey.published': [{ to: ['interested'], kind: 'survey.published' }],
  'survey.closed': [{ to: ['interested'], kind: 'survey.closed' }],
}

/** One plain and warm sentence for each kind. */
export const pledgeNoticeWords: Record<PledgeNoticeKind, string> = {
  'need.answered': '你提的需求有了答复，点开看看',
  'need.pledged': '你提的需求列入了今年的实事，进展都会公开',
  'need.done': '你提的需求已经办好并核实，满意吗？可以给个评价',
  'pledge.milestone-near': '有一个节点快到期了，请按计划推进，并及时报进展',
  'pledge.became-stale': '这件实事好些天没有更新了，请报一次进展',
  'pledge.strike-off-requested': '有一件实事申请销号，公示期满后请核验',
  'pledge.sent-back': '这件实事被退回继续办，点开看要求',
  'pledge.struck-off': '这件实事已经核验销号',
  'pledge.objected': '公示期间有居民提了异议，请核实后公开答复',
  'pledge.appealed': '有居民对异议的答复不满意，请区里复核',
  'pledge.objection-resolved': '你提的异议有了答复，点开看看',
  'comment.approved': '你的留言已经公开，谢谢你的关心',
  'comment.hidden': '你的留言没有公开，点开看原因',
  'survey.published': '有一次满意度测评请你参加，不记名，点开看看',
  'survey.closed': '满意度测评结束了，点开看结果',
}
