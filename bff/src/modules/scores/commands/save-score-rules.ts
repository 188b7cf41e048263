import { asRuleDraft, type SaveScoreRules } from '@xinban/shared/contracts'
import { checkRuleSet } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { forbidden, invalid, versionMismatch } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { expectDistrict, maySetRules } from '../../calendar'
import { findRuleVersions, insertRuleVersion, ruleVersionName } from '../score-rules.repository'

/**
 * Makes the next version of a district's rules, by which all months that are not frozen are read from now on. Throws
 * not_found, forbidden, invalid (all issues, each with the case that shows it), version_mismatch, lost_race.
 */
export async function saveScoreRules(
  ctx: Ctx,
  { districtCode, rules: draft }: SaveScoreRules,
  expectedVersion: number | undefined,
): Promise<void> {
  await expectDistrict(ctx, districtCode)
  const used = maySetRules(ctx.actor, districtCode)
  if (!used) throw forbidden('评分规则由区管理员设置，请联系区管理员')
  await ctx.services.db.unitOfWork(async (em) => {
    const [latest] = await findRuleVersions(em, { districtCode, limit: 1 })
    const current = latest?.version ?? 0
    const version = current + 1
    const checked = checkRuleSet(asRuleDraft(draft, ruleVersionName(districtCode, version)))
    if (!checked.ok) throw invalid(checked.issues.map((issue) => ({ ...issue, path: `rules.${issue.path}` })))
    if (expectedVersion !== undefined && expectedVersion !== current) throw versionMismatch()
    await insertRuleVersion(em, {
      ...{ id: newId(ctx.now), districtCode, version, rules: checked.rules },
      ...{ setByPersonId: ctx.actor.personId, setAt: ctx.now },
    })
    await writeOutbox(em, 'score-rules.saved', { districtCode, version, by: used.id }, ctx.now)
  })
}
