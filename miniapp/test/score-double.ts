import type { Exclusion, ScoreRow, ScoreRuleSettings, ScoreTable } from '@xinban/shared/contracts'
import { nationalRules, rankScores, scoreOf, type Tally } from '@xinban/shared/domain'
import { district } from './catalogue-double'

const figures = (tally: Tally) => ({ score: scoreOf(tally, nationalRules), corrections: [], corrected: null })
const dongguan = { code: '610303001', name: '东关街道', level: 'street' as const }

/** 98 of 100 well, 1 of 1 well, and one that nothing was asked of. */
export const scoreTable = (part: Partial<ScoreTable> = {}): ScoreTable => {
  const due = (all: number, good: number): Tally => ({
    ...{ acceptDue: all, acceptInTime: good, fulfilDue: all, fulfilSolved: good, fulfilled: all, own5: good },
  })
  const rows: ScoreRow[] = rankScores(
    [
      { ...dongguan, ...figures(due(1, 1)) },
      {
        ...dongguan,
        code: '610303002',
        name: '西关街道',
        ...figures({ ...due(100, 98), satisfactionExcluded: 2, default5: 4 }),
      },
      { ...dongguan, code: '610303003', name: '中山路街道', ...figures({}) },
    ],
    'composite',
  )
  const { version, name, source, weights, favourableFrom } = nationalRules
  return {
    ...{ org: district, period: '2026-11', isFrozen: false, asOf: '2026-11-25T09:00:00+08:00' },
    rules: { version, name, source, weights: { ...weights }, favourableFrom },
    ...{ of: 'orgs', by: 'composite', total: figures(due(101, 99)), rows },
    ...part,
  }
}

/** What became known of a frozen month after it was published. */
export const corrected: ScoreTable['total'] = {
  score: scoreOf({ fulfilDue: 10, fulfilSolved: 10 }, nationalRules),
  corrections: [{ on: '2026-12-21', changes: { fulfilSolved: -1 } }],
  corrected: scoreOf({ fulfilDue: 10, fulfilSolved: 9 }, nationalRules),
}

export const docket = (part: Partial<Exclusion> = {}): Exclusion => ({
  ...{ id: 'x1', state: 'proposed', reason: 'malicious_rating', parts: ['satisfaction'], note: '已核对录音' },
  order: { id: 'o1', no: '261122000001', title: '楼道灯不亮', community: null },
  proposed: { by: '王**', role: 'street_staff', org: dongguan, at: '2026-11-22T09:00:00+08:00' },
  ...{ decided: null, version: 1, allowedActions: ['decide'] },
  ...part,
})

export const ruleSettings = (part: Partial<ScoreRuleSettings> = {}): ScoreRuleSettings => ({
  ...{ districtCode: district.code, version: 2, since: '2026-11-01T09:00:00+08:00', by: '王**' },
  ...{ rules: JSON.parse(JSON.stringify(nationalRules)) as ScoreRuleSettings['rules'], allowedActions: ['save'] },
  ...part,
})
