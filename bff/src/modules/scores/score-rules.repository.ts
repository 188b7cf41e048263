import { builtInRules, nationalRules, type Month, type ScoreRuleSet } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { isDuplicateKey } from '../../db/retry'
import { insertRow, selectRows, updateRows } from '../../db/rows'
import { marks } from '../../db/sql'
import { lostRace } from '../../errors'
import { ScoreFreeze } from './score.entity'
import { ScoreFreezeAct, ScoreRuleVersion } from './score-rules.entity'

/** Versions of a district's rules below `before` (all of them without), latest first. */
export const findRuleVersions = (
  em: EntityManager,
  { districtCode, before, limit }: { districtCode: string; before?: number | undefined; limit: number },
): Promise<ScoreRuleVersion[]> =>
  selectRows(em, ScoreRuleVersion, `WHERE district_code = ? AND version < ? ORDER BY version DESC LIMIT ${limit}`, [
    districtCode,
    before ?? 2_147_483_647,
  ])

/** The rules that hold in a district now; the national ones until it has set its own. */
export async function currentRules(em: EntityManager, districtCode: string): Promise<ScoreRuleSet> {
  const [latest] = await findRuleVersions(em, { districtCode, limit: 1 })
  return latest?.rules ?? nationalRules
}

/** The rules that held in a district at an instant: an import of the past goes by those of its day. */
export async function rulesAt(em: EntityManager, districtCode: string, at: Date): Promise<ScoreRuleSet> {
  const [held] = await selectRows(
    em,
    ScoreRuleVersion,
    'WHERE district_code = ? AND set_at <= ? ORDER BY version DESC LIMIT 1',
    [districtCode, at],
  )
  return held?.rules ?? nationalRules
}

/** The name of a district's version: `610303-2`. */
export const ruleVersionName = (districtCode: string, version: number): string => `${districtCode}-${version}`

/** The rules by which a frozen month was published. Throws as `rulesOfFrozenMonths` does. */
export async function rulesOfFrozen(em: EntityManager, districtCode: string, month: Month): Promise<ScoreRuleSet> {
  return (await rulesOfFrozenMonths(em, districtCode, [month]))(month)
}

/**
 * The rules by which each of some frozen months was published: those of the first act of freezing that reached it. Two
 * statements for any number. The answer throws when nothing froze a month, or when its rules are not there any more; both
 * are mistakes, since neither is ever deleted.
 */
export async function rulesOfFrozenMonths(
  em: EntityManager,
  districtCode: string,
  months: readonly Month[],
): Promise<(month: Month) => ScoreRuleSet> {
  const [first, last] = [months.reduce(earlier, '9999-12'), months.reduce(later, '0000-01')]
  // Acts reach different months: no more of them than these can lie between, and one may lie behind.
  const most = Math.max(0, monthNumber(last) - monthNumber(first)) + 2
  const where = `WHERE district_code = ? AND through >= ? ORDER BY through LIMIT ${most}`
  const acts = await selectRows(em, ScoreFreezeAct, where, [districtCode, first])
  const actOf = (month: Month) => acts.find(({ through }) => through >= month)
  const numbers = [
    ...new Set(months.map((month) => Number(actOf(month)?.ruleVersion.slice(districtCode.length + 1)) || 0)),
  ]
  const rows = await selectRows(em, ScoreRuleVersion, `WHERE district_code = ? AND version IN (${marks(numbers)})`, [
    districtCode,
    ...numbers,
  ])
  const byVersion = new Map<string | undefined, ScoreRuleSet>([
    ...builtInRules.map((rules) => [rules.version, rules] as const),
    ...rows.map(({ version, rules }) => [ruleVersionName(districtCode, version), rules] as const),
  ])
  return (month) => {
    const rules = byVersion.get(actOf(month)?.ruleVersion)
    if (!rules) throw new Error(`no rules for the frozen month ${month} of ${districtCode}`)
    return rules
  }
}

const earlier = (a: Month, b: Month): Month => (a < b ? a : b)
const later = (a: Month, b: Month): Month => (a > b ? a : b)
const monthNumber = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5))

/** Throws lost_race when that version is there already. */
export const insertRuleVersion = (em: EntityManager, row: ScoreRuleVersion): Promise<void> =>
  onlyOnce(() => insertRow(em, ScoreRuleVersion, row))

/**
 * Moves a district's freeze on, if nobody has since it was read. Throws lost_race when somebody was faster.
 * @param before how far it stood; undefined while nothing was frozen
 */
export async function saveFreeze(
  em: EntityManager,
  before: ScoreFreeze | undefined,
  freeze: ScoreFreeze,
  act: ScoreFreezeAct,
): Promise<void> {
  await onlyOnce(() => insertRow(em, ScoreFreezeAct, act))
  if (!before) return onlyOnce(() => insertRow(em, ScoreFreeze, freeze))
  const { districtCode, ...set } = freeze
  const where = 'district_code = ? AND frozen_through = ?'
  if ((await updateRows(em, ScoreFreeze, set, where, [districtCode, before.frozenThrough])) === 0) throw lostRace()
}

export async function findFreezeAct(
  em: EntityManager,
  districtCode: string,
  through: Month,
): Promise<ScoreFreezeAct | undefined> {
  const [act] = await selectRows(em, ScoreFreezeAct, 'WHERE district_code = ? AND through = ?', [districtCode, through])
  return act
}

async function onlyOnce(insert: () => Promise<void>): Promise<void> {
  try {
    await insert()
  } catch (error) {
    if (isDuplicateKey(error)) throw lostRace()
    throw error
  }
}
