import { isTenth } from '../figures/figures'
import type { RuleIssue } from './rule-issue'
import { quoted, verdicts, verdictsAt, type Verdict, type VerdictBand } from './survey-rules'

/** Bands that hold no score, or ends that no mean can have. */
function badBands(bands: readonly VerdictBand[]): RuleIssue[] {
  return bands.flatMap(({ verdict, from, to }, index): RuleIssue[] => {
    const path = `survey.bands.${index}`
    const ends = [from, to].filter((end) => !(end >= 0 && end <= 100 && isTenth(end)))
    if (ends.length > 0) {
      const message = `${quoted([verdict])}一档的界限 ${ends.join('、')} 不是 0—100 之间、最多一位小数的分数`
      return [{ path, code: 'out_of_range', message }]
    }
    if (from <= to) return []
    const message = `${quoted([verdict])}一档从 ${from} 到 ${to}，没有一个分数在里面`
    return [{ path, code: 'wrong_order', message }]
  })
}

/** Scores next to each other that belong to the same bands: all 1,001 that a mean can have are looked at. */
function runsOf(bands: readonly VerdictBand[]): { of: Verdict[]; example: number }[] {
  const runs: { of: Verdict[]; first: number; last: number }[] = []
  for (let tenths = 0; tenths <= 1000; tenths++) {
    const of = verdictsAt(tenths / 10, bands)
    const run = runs.at(-1)
    if (run && run.of.join() === of.join()) run.last = tenths
    else runs.push({ of, first: tenths, last: tenths })
  }
  return runs.map(({ of, first, last }) => ({ of, example: Math.floor((first + last) / 2) / 10 }))
}

const rankOf = (verdict: Verdict) => verdicts.indexOf(verdict)

/** Bands over 0–100: every score belongs to exactly one, and a better score to no worse one. */
export function checkBands(bands: readonly VerdictBand[]): RuleIssue[] {
  const bad = badBands(bands)
  if (bad.length > 0) return bad
  const path = 'survey.bands'
  const runs = runsOf(bands)
  return runs.flatMap(({ of, example }, index): RuleIssue[] => {
    const [verdict] = of
    if (!verdict) return [{ path, code: 'gap', message: `${example} 分不属于任何一档` }]
    if (of.length > 1) {
      return [{ path, code: 'overlap', message: `${example} 分同时属于${quoted(of)}${of.length > 2 ? '' : '两档'}` }]
    }
    const lower = runs.slice(0, index).findLast((run) => run.of.length === 1)
    const [below] = lower?.of ?? []
    if (!lower || !below || rankOf(below) >= rankOf(verdict)) return []
    const message = `${example} 分是${quoted([verdict])}，${lower.example} 分反而是${quoted([below])}`
    return [{ path, code: 'wrong_order', message }]
  })
}
