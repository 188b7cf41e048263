import type { SetDay } from '@xinban/shared/contracts'
import { chinaDate, dayOfDate, isWithin, spanIssues } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { invalid, invalidField, notFound, wrongState, type FieldError } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { findOrg, type Org } from '../../orgs'
import { deleteOverride, nextCalendarVersion, putOverride } from '../calendar.repository'
import { expectSetter } from './expect-setter'

export interface DayTarget {
  readonly districtCode: string
  readonly orgCode: string | undefined
  /** YYYY-MM-DD */
  readonly date: string
  readonly expectedVersion: number | undefined
}

/**
 * Says what holds on a day in place of the official calendar. Days that are over stay as they were, because clocks have
 * been judged by them. Throws not_found, forbidden, invalid, version_mismatch, lost_race.
 */
export async function setDay(ctx: Ctx, target: DayTarget, { kind, hours, reason }: SetDay): Promise<void> {
  const { districtCode, date: day } = target
  return ctx.services.db.unitOfWork(async (em) => {
    const { district, used } = await expectSetter(ctx, em, districtCode)
    const org = await orgOf(em, district, target.orgCode)
    if (!org) throw invalidField('orgCode', 'unknown', '本区没有这个组织，请重新选择')
    const errors = [...dateErrors(ctx, day), ...hoursErrors(kind, hours)]
    if (errors.length > 0) throw invalid(errors)
    await nextCalendarVersion(em, { districtCode, expected: target.expectedVersion, now: ctx.now })
    await putOverride(em, {
      ...{ id: newId(ctx.now), districtCode, orgCode: org.code, day, kind, reason },
      ...{ hours: hours ? [...hours].sort((a, b) => a.from - b.from) : null },
      ...{ setByPersonId: ctx.actor.personId, setAt: ctx.now },
    })
    const payload = { districtCode, orgCode: org.code, day, kind, hours: hours ?? null, by: used.id }
    await writeOutbox(em, 'calendar.day-set', payload, ctx.now)
  })
}

/** Takes it back. Throws not_found, forbidden, wrong_state (the day is over), version_mismatch, lost_race. */
export async function clearDay(ctx: Ctx, target: DayTarget): Promise<void> {
  const { districtCode, date: day, orgCode = districtCode } = target
  return ctx.services.db.unitOfWork(async (em) => {
    const { used } = await expectSetter(ctx, em, districtCode)
    await nextCalendarVersion(em, { districtCode, expected: target.expectedVersion, now: ctx.now })
    if ((await deleteOverride(em, { districtCode, orgCode, day })) === 0) throw notFound('这一天的安排')
    if (day < chinaDate(ctx.now)) throw wrongState('这一天已经过去，办理时限是按它算的，不能再改')
    await writeOutbox(em, 'calendar.day-cleared', { districtCode, orgCode, day, by: used.id }, ctx.now)
  })
}

async function orgOf(em: EntityManager, district: Org, code: string | undefined): Promise<Org | undefined> {
  if (code === undefined || code === district.code) return district
  const org = await findOrg(em, code)
  return org && isWithin(org.path, district.path) ? org : undefined
}

function dateErrors({ now }: Ctx, date: string): FieldError[] {
  const error = (message: string) => [{ path: 'date', code: 'bad_date', message }]
  if (Number.isNaN(dayOfDate(date))) return error(`没有 ${date} 这一天，请核对日期`)
  return date < chinaDate(now) ? error('只能安排今天和以后的日子，过去的办理时限已经按当时的安排算过') : []
}

function hoursErrors(kind: SetDay['kind'], hours: SetDay['hours']): FieldError[] {
  if (hours === undefined) return []
  const messages = kind === 'off' ? ['不上班的日子不用填时间'] : spanIssues(hours)
  return messages.map((message) => ({ path: 'hours', code: 'bad_hours', message }))
}
