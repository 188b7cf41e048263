import { asLimits, type SaveLimits } from '@xinban/shared/contracts'
import { limitIssues, spanIssues } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { invalid, versionMismatch, type FieldError } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { findLimitVersions, insertLimitVersion } from '../calendar.repository'
import { expectSetter } from './expect-setter'

/**
 * Makes the next version of a district's limits and office hours, which holds from now on; clocks that run keep their
 * due times. Throws not_found, forbidden, invalid (all issues), version_mismatch, lost_race.
 */
export async function saveLimits(ctx: Ctx, body: SaveLimits, expectedVersion: number | undefined): Promise<void> {
  const { districtCode, officeHours } = body
  return ctx.services.db.unitOfWork(async (em) => {
    const { used } = await expectSetter(ctx, em, districtCode)
    const errors = issuesOf(body)
    if (errors.length > 0) throw invalid(errors)
    const [latest] = await findLimitVersions(em, { districtCode, limit: 1 })
    const current = latest?.version ?? 0
    if (expectedVersion !== undefined && expectedVersion !== current) throw versionMismatch()
    await insertLimitVersion(em, {
      ...{ id: newId(ctx.now), districtCode, version: current + 1, limits: body.limits },
      officeHours: [...officeHours].sort((a, b) => a.from - b.from),
      ...{ setByPersonId: ctx.actor.personId, setAt: ctx.now },
    })
    await writeOutbox(em, 'limits.saved', { districtCode, version: current + 1, by: used.id }, ctx.now)
  })
}

const issuesOf = ({ limits, officeHours }: SaveLimits): FieldError[] => [
  ...limitIssues(asLimits(limits)).map(({ path, message }) => ({ path: `limits.${path}`, code: 'bad_limit', message })),
  ...spanIssues(officeHours).map((message) => ({ path: 'officeHours', code: 'bad_hours', message })),
]
