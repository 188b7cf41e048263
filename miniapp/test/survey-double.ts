import type { Survey, SurveyResult } from '@xinban/shared/contracts'

const org = { code: '610303001002', name: '东关社区', level: 'community' as const }

export const survey = (part: Partial<Survey> = {}): Survey => ({
  ...{ id: 's1', org, title: '今年的实事，你满意吗？', intro: '请说实话', method: 'mean', population: [org] },
  questions: [
    { key: 'q1', kind: 'stars', title: '总体来说，你满意吗？', isRequired: true, options: [], isDecisive: true },
    { key: 'q2', kind: 'choice', title: '哪件最好？', isRequired: false, options: ['修路', '装灯'], isDecisive: false },
    { key: 'q3', kind: 'text', title: '还想说什么？', isRequired: false, options: [], isDecisive: false },
  ],
  ...{
    opensAt: '2026-11-20T00:00:00+08:00',
    closesAt: '2026-11-29T00:00:00+08:00',
    pledgeId: null,
    pledgeListId: null,
  },
  ...{ phase: 'open', isFrozen: false, hasCast: false, castRefusal: null, turnout: null, version: 2 },
  allowedActions: ['cast'],
  ...part,
})

const share = { good: 40, of: 80, rate: 50 }
export const surveyResult = (part: Partial<SurveyResult> = {}): SurveyResult => ({
  ...{ surveyId: 's1', org, title: '今年的实事，你满意吗？', closedAt: '2026-11-20T00:00:00+08:00', method: 'mean' },
  ...{ ballots: 40, helped: 6, roster: 80, coverage: share, isWithheld: false },
  figures: {
    ...{
      ruleVersion: 'national-1',
      mean: 83,
      margin: 5.4,
      confidence: 'fair',
      verdict: 'satisfied',
      verdictWord: '满意',
    },
    favourable: { good: 37, of: 40, rate: 92.5, lowerBound: 80.1 },
  },
  questions: [
    {
      ...{ key: 'q1', kind: 'stars', title: '总体来说，你满意吗？', options: [], mean: 4.2, answered: 40 },
      counts: [1, 2, 5, 12, 20].map((count, at) => ({ value: at + 1, count })),
    },
    { key: 'q3', kind: 'text', title: '还想说什么？', options: [], mean: null, answered: 0, counts: [] },
  ],
  ...part,
})
