import {
  isFrozen,
  scoreOf,
  tallyOfPeriod,
  type Month,
  type ScopeKind,
  type Score,
  type Tally,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { findCorrections, findCounters, findFreeze } from './score.repository'
import { currentRules, rulesOfFrozenMonths } from './score-rules.repository'

export interface MonthScore {
  readonly code: string
  readonly month: Month
  readonly score: Score
  readonly tally: Tally
}

/**
 * Figures of single months of several of one scope and district: of a frozen month the corrected ones, by the rules that
 * published it.
 */
export async function monthScores(
  em: EntityManager,
  {
    scope,
    codes,
    months,
    districtCode,
  }: { scope: ScopeKind; codes: readonly string[]; months: readonly Month[]; districtCode: string },
): Promise<MonthScore[]> {
  const wanted = { scope, codes, months }
  const frozenThrough = (await findFreeze(em, districtCode))?.frozenThrough ?? null
  const frozen = months.filter((month) => isFrozen(month, frozenThrough))
  const current = await currentRules(em, districtCode)
  const published = frozen.length > 0 ? await rulesOfFrozenMonths(em, districtCode, frozen) : () => current
  const [counters, corrections] = [await findCounters(em, wanted), await findCorrections(em, wanted)]
  return codes.flatMap((code) =>
    months.flatMap((month) => {
      const rows = (counters.get(code) ?? []).filter(({ period }) => period === month)
      const later = (corrections.get(code) ?? []).filter(({ period }) => period === month)
      if (rows.length === 0 && later.length === 0) return []
      const { tally, corrected } = tallyOfPeriod(month, rows, later, frozenThrough)
      const shown = corrected ?? tally
      return [{ code, month, tally: shown, score: scoreOf(shown, frozen.includes(month) ? published(month) : current) }]
    }),
  )
}
