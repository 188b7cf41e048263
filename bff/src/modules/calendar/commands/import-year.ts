import type { ImportYear } from '@xinban/shared/contracts'
import { chinaDate } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { invalid, invalidField, notFound, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { deleteYear, findYears, nextCalendarVersion, putYear } from '../calendar.repository'
import { nationalCalendar } from '../national-calendar'
import { checkYearDays, parseYearCsv } from '../parse-year-list'
import { expectSetter } from './expect-setter'

export interface YearTarget {
  readonly districtCode: string
  readonly year: number
  readonly expectedVersion: number | undefined
}

/**
 * Takes the official list of a year, whole or not at all. Years follow each other without a gap, so that it can be said
 * how far the calendar is known. Throws not_found, forbidden, invalid (every bad row), version_mismatch, lost_race.
 */
export async function importYear(ctx: Ctx, target: YearTarget, { days, csv }: ImportYear): Promise<void> {
  const { districtCode, year } = target
  return ctx.services.db.unitOfWork(async (em) => {
    const { used } = await expectSetter(ctx, em, districtCode)
    const parsed = csv === undefined ? checkYearDays(year, days ?? []) : parseYearCsv(year, csv)
    if (parsed.errors.length > 0) throw invalid(parsed.errors)
    const years = (await findYears(em, districtCode)).map((row) => row.year)
    const last = Math.max(nationalYear(), ...years)
    if (year < yearOf(ctx.now)) throw invalidField('year', 'past', '过去的年份不能再改，办理时限是按当时的安排算的')
    if (year > last + 1) throw invalidField('year', 'gap', `请先导入 ${last + 1} 年的放假安排，中间不能空一年`)
    await nextCalendarVersion(em, { districtCode, expected: target.expectedVersion, now: ctx.now })
    await putYear(em, {
      ...{ id: newId(ctx.now), districtCode, year, days: parsed.days },
      ...{ setByPersonId: ctx.actor.personId, setAt: ctx.now },
    })
    await writeOutbox(em, 'calendar.year-imported', { districtCode, year, by: used.id }, ctx.now)
  })
}

/** Takes an imported year back. Throws not_found, forbidden, wrong_state, version_mismatch, lost_race. */
export async function forgetYear(ctx: Ctx, target: YearTarget): Promise<void> {
  const { districtCode, year } = target
  return ctx.services.db.unitOfWork(async (em) => {
    const { used } = await expectSetter(ctx, em, districtCode)
    await nextCalendarVersion(em, { districtCode, expected: target.expectedVersion, now: ctx.now })
    if ((await deleteYear(em, { districtCode, year })) === 0) throw notFound('这一年导入的安排')
    if (year < yearOf(ctx.now)) throw wrongState('过去的年份不能再改，办理时限是按当时的安排算的')
    const later = (await findYears(em, districtCode)).find((row) => row.year > year)
    if (later && year > nationalYear()) throw wrongState(`请先撤回 ${later.year} 年的安排，中间不能空一年`)
    await writeOutbox(em, 'calendar.year-forgotten', { districtCode, year, by: used.id }, ctx.now)
  })
}

const nationalYear = () => Number(nationalCalendar().knownThrough.slice(0, 4))
const yearOf = (now: Date) => Number(chinaDate(now).slice(0, 4))
