import { asMonth } from '@xinban/shared/contracts'
import { ripeThrough, sayPeriod } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { forbidden, invalidField, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { expectDistrict, maySetRules } from '../../calendar'
import { findFreeze } from '../score.repository'
import { currentRules, saveFreeze } from '../score-rules.repository'

/**
 * Publishes all months of a district up to `through` as they stand, by the rules that hold now. It only moves on, and
 * only over ripe months. Throws not_found, forbidden, invalid, wrong_state, lost_race.
 */
export async function freezeMonths(
  ctx: Ctx,
  { districtCode, through }: { districtCode: string; through: string },
): Promise<void> {
  await expectDistrict(ctx, districtCode)
  const used = maySetRules(ctx.actor, districtCode)
  if (!used) throw forbidden('得分由区管理员定稿，请联系区管理员')
  const month = asMonth(through)
  await ctx.services.db.unitOfWork(async (em) => {
    const rules = await currentRules(em, districtCode)
    const ripe = ripeThrough(ctx.now, rules.periods.freezeAfterDays)
    if (month > ripe) {
      const wait = `月份结束 ${rules.periods.freezeAfterDays} 天后才能定稿`
      throw invalidField('through', 'not_ripe', `${wait}，现在最多定到 ${sayPeriod(ripe)}`)
    }
    const before = await findFreeze(em, districtCode)
    if (before && month <= before.frozenThrough) {
      throw wrongState(`已经定稿到 ${sayPeriod(before.frozenThrough)}，定稿的月份不能退回`)
    }
    const own = { districtCode, ruleVersion: rules.version, frozenAt: ctx.now }
    await saveFreeze(
      em,
      before,
      { ...own, frozenThrough: month, membershipId: used.id },
      { ...own, id: newId(ctx.now), through: month, frozenByPersonId: ctx.actor.personId },
    )
    await writeOutbox(em, 'scores.frozen', { districtCode, through: month, by: used.id }, ctx.now)
  })
}
