import type { Comment, Need, Objection, Pledge, PledgeList, PledgeSummary } from '@xinban/shared/contracts'

const community = { code: '610303001002', name: '东关社区', level: 'community' as const }
const at = '2026-11-22T09:00:00+08:00'

export const pledgeSummary = (part: Partial<PledgeSummary> = {}): PledgeSummary => ({
  ...{ id: 'p1', listId: 'pl1', number: 3, title: '给老楼装扶手', category: 'urgent_need', state: 'delivering' },
  ...{ progress: 50, isPartlyReported: true, expected: 60, lag: 10, light: 'green', lightWord: '正常' },
  ...{ lightReason: '比计划慢 10 个点', isStale: false, staleDays: 30, deadline: '2026-12-20', updatedAt: at },
  nextMilestone: { id: 'm2', title: '全部装好', dueOn: '2026-12-10' },
  rating: { count: 0, stars: null },
  ...{ grade: null, survey: null, version: 4, allowedActions: [] },
  ...part,
})

export const pledge = (part: Partial<Pledge> = {}): Pledge => ({
  ...pledgeSummary(),
  ...{ org: community, year: 2026, measures: '三号楼到六号楼的楼梯都装上扶手', startsOn: '2026-03-01' },
  origin: { candidate: { id: 'c1', title: '装扶手', votes: 41 }, needs: 6, isMine: true },
  indicators: [{ id: 'i1', name: '安装扶手', target: 12, unit: '处', value: 6, percent: 50, isBeyond: false }],
  milestones: [
    { id: 'm1', title: '选点招标', weight: 1, dueOn: '2026-05-30', progress: 100, completedAt: at, evidence: 1 },
    { id: 'm2', title: '全部装好', weight: 1, dueOn: '2026-12-10', progress: null, completedAt: null, evidence: 0 },
  ],
  budget: { fen: 6_500_000, source: '区级专项资金' },
  responsible: { unit: '东关社区居委会', person: '社区书记' },
  contact: '0917-0000000',
  amendments: [{ at, reason: '管线改造推迟', changes: [{ field: '办完时间', from: '2026-10-30', to: '2026-12-20' }] }],
  events: [
    {
      ...{ id: 'e1', seq: 1, action: 'publish', by: { role: 'community_staff', org: community }, at, note: null },
      ...{ milestoneId: null, progress: null, indicators: [], changes: [], attachments: [] },
    },
    {
      ...{ id: 'e2', seq: 2, action: 'complete-milestone', by: { role: 'community_staff', org: community }, at },
      ...{ note: '招标已完成', milestoneId: 'm1', progress: 100, indicators: [{ id: 'i1', value: 6 }] },
      ...{ changes: [], attachments: [] },
    },
  ],
  ...{ objections: [], comments: { items: [], nextCursor: null }, myStars: null, notice: null, obstacles: [] },
  strikeOff: null,
  ...part,
})

export const pledgeList = (part: Partial<PledgeList> = {}): PledgeList => ({
  ...{ id: 'pl1', org: community, year: 2026, state: 'delivering', isDemo: true, candidates: [], vote: null },
  ...{ consent: null, publishedAt: at, grade: null, closingNote: null, pledges: [pledgeSummary()] },
  ...{ ledger: { events: 2, head: 'ab' }, version: 5, allowedActions: [] },
  ...part,
})

export const candidate = (number: number, title: string): PledgeList['candidates'][number] => ({
  ...{
    id: `c${number}`,
    number,
    title,
    summary: `${title}，大家提得多`,
    category: 'urgent_need',
    needs: 2,
    votes: null,
  },
})

/** A list whose vote is open to the caller. */
export const votingList = (part: Partial<PledgeList> = {}): PledgeList =>
  pledgeList({
    ...{ state: 'deliberating', publishedAt: null, pledges: [], allowedActions: ['vote'] },
    candidates: [candidate(1, '给老楼装扶手'), candidate(2, '修补健身广场'), candidate(3, '装充电桩')],
    vote: {
      ...{ opensAt: at, closesAt: '2026-11-29T23:59:59+08:00', isOpen: true, maxChoices: 2, roster: 40, voted: null },
      ...{ hasVoted: false, isOnRoster: true },
    },
    ...part,
  })

export const need = (part: Partial<Need> = {}): Need => ({
  ...{ id: 'n1', communityCode: community.code, communityName: community.name, source: 'form', state: 'waiting' },
  ...{ title: '给老楼装扶手', content: '三号楼住的多是老人', at, isOwn: false, order: null, answer: null },
  ...{ candidate: null, pledge: null, group: { id: 'g1', size: 1 }, version: 1, allowedActions: [] },
  ...part,
})

export const comment = (part: Partial<Comment> = {}): Comment => ({
  ...{ id: 'k1', pledgeId: 'p1', state: 'waiting', text: '楼拐角还暗', author: '张**', at, isOwn: false },
  ...{ reason: null, version: 1, allowedActions: ['approve', 'hide'] },
  ...part,
})

export const objection = (part: Partial<Objection> = {}): Objection => ({
  ...{ id: 'b1', state: 'open', at, summary: null, text: '四号楼还没有装', answer: null, appeal: null },
  ...{ isOwn: false, appealUntil: null },
  ...part,
})
