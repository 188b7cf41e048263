import type { Board, BoardPledge } from '@xinban/shared/contracts'

const org = { code: '610303001002', name: '东关社区', level: 'community' as const }

const pledge = (number: number): BoardPledge => ({
  ...{ id: `p${number}`, number, title: `装路灯第 ${number} 期`, category: 'public_safety', progress: 40 },
  ...{
    isPartlyReported: true,
    light: 'green',
    lightWord: '正常',
    isStale: false,
    staleDays: 30,
    deadline: '2026-12-20',
  },
  ...{ nextMilestone: { title: '装完', dueOn: '2026-12-01' }, satisfaction: null, coverage: null },
  grade: null,
})

export const board = (part: Partial<Board> = {}): Board => ({
  ...{ org, year: 2026, asOf: '2026-11-25T14:05:00+08:00', isDemo: false },
  list: { id: 'l1', state: 'delivering', grade: null },
  pledges: Array.from({ length: 10 }, (_, index) => pledge(index + 1)),
  orders: {
    ...{ month: '2026-11', placed: 42, acceptedInTime: 38, acceptDue: 40, fulfilled: 30, rating: 96.2, rated: 26 },
    coverage: 86.7,
  },
  ...{ latestFinished: null, parent: { code: '610303001', name: '西关街道', level: 'street' }, children: [] },
  ...part,
})
