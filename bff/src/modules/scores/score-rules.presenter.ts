import type { Answer, ScoreFreezeState, ScoreRuleSettings } from '@xinban/shared/contracts'
import { formatInstant, nationalRules, ripeThrough, type ScoreRuleSet } from '@xinban/shared/domain'
import type { Ctx } from '../../context'
import { forbidden, malformedRequest } from '../../errors'
import { decodeCursor, pageOf } from '../../http/page'
import { expectDistrict, maySetRules } from '../calendar'
import { maskedNames } from '../identity'
import { maySeeScores } from './score.policy'
import { findFreeze } from './score.repository'
import { currentRules, findFreezeAct, findRuleVersions } from './score-rules.repository'
import type { ScoreRuleVersion } from './score-rules.entity'

/** The rules that hold now. Throws not_found. */
export async function presentRules(ctx: Ctx, districtCode: string): Promise<ScoreRuleSettings> {
  await expectDistrict(ctx, districtCode)
  const [row] = await findRuleVersions(ctx.services.db.reader, { districtCode, limit: 1 })
  const head = { districtCode, allowedActions: maySetRules(ctx.actor, districtCode) ? (['save'] as const) : [] }
  const own = row ? (await versionPresenter(ctx, [row]))(row) : undefined
  const { version, rules, since, by } = own ?? { version: 0, rules: answered(nationalRules), since: null, by: null }
  return { ...head, version, rules, since, by, allowedActions: [...head.allowedActions] }
}

/** Every version, the latest first. Throws not_found, malformed_request. */
export async function presentRuleVersions(
  ctx: Ctx,
  districtCode: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Answer<'score-rules.versions'>> {
  await expectDistrict(ctx, districtCode)
  const key = decodeCursor(cursor)
  if (key !== undefined && !/^\d{1,9}$/.test(key)) throw malformedRequest('翻页位置无效，请从第一页重新打开')
  const before = key === undefined ? undefined : Number(key)
  const rows = await findRuleVersions(ctx.services.db.reader, { districtCode, before, limit: limit + 1 })
  return pageOf(rows, limit, ({ version }) => String(version), await versionPresenter(ctx, rows))
}

async function versionPresenter({ services }: Ctx, rows: readonly ScoreRuleVersion[]) {
  const nameOf = await maskedNames(
    services,
    rows.map(({ setByPersonId }) => setByPersonId),
  )
  return ({ version, rules, setAt, setByPersonId }: ScoreRuleVersion) => ({
    ...{ version, rules: answered(rules), since: formatInstant(setAt), by: nameOf(setByPersonId) },
  })
}

/** Lists of an answer may be written to; those of a rule set may not. */
const answered = (rules: ScoreRuleSet) => structuredClone(rules) as ScoreRuleSettings['rules']

/** How far a district's months are frozen. Throws not_found, forbidden. */
export async function presentFreeze(ctx: Ctx, districtCode: string): Promise<ScoreFreezeState> {
  const { reader } = ctx.services.db
  const district = await expectDistrict(ctx, districtCode)
  if (!maySeeScores(ctx.actor, district)) throw forbidden('这里的得分只有本区的工作人员能看')
  const [rules, freeze] = [await currentRules(reader, districtCode), await findFreeze(reader, districtCode)]
  const ripe = ripeThrough(ctx.now, rules.periods.freezeAfterDays)
  const act = freeze && (await findFreezeAct(reader, districtCode, freeze.frozenThrough))
  const nameOf = await maskedNames(ctx.services, act ? [act.frozenByPersonId] : [])
  const mayFreeze = maySetRules(ctx.actor, districtCode) !== undefined && ripe > (freeze?.frozenThrough ?? '')
  return {
    ...{ districtCode, frozenThrough: freeze?.frozenThrough ?? null, ripeThrough: ripe },
    ruleVersion: freeze?.ruleVersion ?? null,
    frozenAt: freeze ? formatInstant(freeze.frozenAt) : null,
    by: act ? nameOf(act.frozenByPersonId) : null,
    allowedActions: mayFreeze ? ['freeze'] : [],
  }
}
