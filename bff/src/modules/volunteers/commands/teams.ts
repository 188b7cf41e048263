import type { Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { alreadyExists, forbidden, notFound, versionMismatch, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { requireConsent } from '../../consents'
import { findOrg } from '../../orgs'
import {
  findTeam,
  findVolunteer,
  insertPointRules,
  insertVolunteer,
  pointRules,
  saveTeam,
  saveVolunteer,
  volunteersOf,
} from '../team.repository'
import { leaderOf, runnerOf, setterOf } from '../volunteer.policy'
import { expectUnit, expectVersion, type Target } from '../expect'

interface TeamWords {
  readonly intro: string
  readonly isOpen: boolean
}

/** Says what a unit's volunteers do. Throws not_found, forbidden, version_mismatch, lost_race. */
export function saveTeamWords(
  ctx: Ctx,
  teamCode: string,
  words: TeamWords,
  expected: number | undefined,
): Promise<void> {
  return ctx.services.db.unitOfWork(async (em) => {
    const org = await expectUnit(em, teamCode)
    const used = runnerOf(ctx.actor, org)
    if (!used) throw forbidden('队伍介绍由队伍自己或所属的社区、街道来写')
    const before = await findTeam(em, teamCode)
    expectVersion({ expectedVersion: expected }, before?.version ?? 0)
    await saveTeam(em, before, { ...words, teamCode, districtCode: org.districtCode }, ctx.now)
    await writeOutbox(em, 'volunteer-team.saved', { teamCode, by: used.id }, ctx.now)
  })
}

/**
 * Asks to be a volunteer of a team; whoever left or was refused may ask again. Throws not_found, consent_needed,
 * wrong_state for a team that takes nobody now, already_exists, lost_race. @returns the id of the place
 */
export function joinTeam(ctx: Ctx, teamCode: string): Promise<string> {
  const { personId } = ctx.actor
  return ctx.services.db.unitOfWork(async (em) => {
    await expectUnit(em, teamCode)
    const team = await findTeam(em, teamCode)
    if (!team) throw notFound('这个队伍')
    if (!team.isOpen) throw wrongState('这个队伍现在不招新队员，过些时候再来看看，或者选别的队伍')
    await requireConsent(em, personId)
    const before = (await volunteersOf(em, personId)).find((own) => own.teamCode === teamCode)
    if (before?.state === 'member') throw alreadyExists('你已经是这个队伍的队员了')
    if (before?.state === 'applied') throw alreadyExists('已经报过名了，等队伍同意')
    if (before) await saveVolunteer(em, before, { state: 'applied', appliedAt: ctx.now }, ctx.now)
    const id = before?.id ?? (await insertVolunteer(em, ctx.now, { teamCode, personId, state: 'applied' }))
    await writeOutbox(em, 'volunteer.applied', { volunteerId: id, teamCode }, ctx.now)
    return id
  })
}

/** Takes somebody in, or not. Throws not_found, forbidden, version_mismatch, wrong_state, lost_race. */
export function decideVolunteer(ctx: Ctx, target: Target, decision: 'accept' | 'refuse'): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const volunteer = await findVolunteer(em, target.id)
    const team = volunteer && (await findOrg(em, volunteer.teamCode))
    if (!team || (volunteer.personId !== ctx.actor.personId && !runnerOf(ctx.actor, team))) throw notFound('这份报名')
    const used = runnerOf(ctx.actor, team)
    if (!used) throw forbidden('由队伍来决定，请等一等')
    expectVersion(target, volunteer.version)
    if (volunteer.state !== 'applied') throw wrongState('这份报名已经处理过了')
    await saveVolunteer(em, volunteer, { state: decision === 'accept' ? 'member' : 'refused' }, ctx.now)
    await writeOutbox(em, 'volunteer.decided', { volunteerId: volunteer.id, decision, by: used.id }, ctx.now)
    return volunteer.id
  })
}

/** Leaves a team, or is taken off it by its leader. Throws not_found, version_mismatch, wrong_state, lost_race. */
export function leaveTeam(ctx: Ctx, target: Target): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const volunteer = await findVolunteer(em, target.id)
    const team = volunteer && (await findOrg(em, volunteer.teamCode))
    const isOwn = volunteer?.personId === ctx.actor.personId
    if (!team || (!isOwn && !leaderOf(ctx.actor, team))) throw notFound('这个队员')
    expectVersion(target, volunteer.version)
    if (!['applied', 'member'].includes(volunteer.state)) throw wrongState('已经不在这个队伍里了')
    await saveVolunteer(em, volunteer, { state: 'left' }, ctx.now)
    await writeOutbox(em, 'volunteer.left', { volunteerId: volunteer.id, isOwn }, ctx.now)
    return volunteer.id
  })
}

interface NewRules {
  readonly districtCode: string
  readonly minutesPerPoint: number
  readonly mostMinutes: number
}

/** Makes the next version of what hours are worth. Throws not_found, forbidden, version_mismatch, lost_race. */
export function savePointRules(ctx: Ctx, rules: NewRules, expected: number | undefined): Promise<void> {
  return ctx.services.db.unitOfWork(async (em) => {
    const district = await findOrg(em, rules.districtCode)
    if (district?.level !== 'district') throw notFound('这个区')
    const used = setterOf(ctx.actor, district)
    if (!used) throw forbidden('积分规则由区管理员设置，请联系区管理员')
    const { version } = await pointRules(em, district.code)
    if (expected !== undefined && expected !== version) throw versionMismatch()
    await insertPointRules(em, {
      ...{ ...rules, id: newId(ctx.now), version: version + 1 },
      ...{ setByPersonId: ctx.actor.personId, setAt: ctx.now },
    })
    await writeOutbox(em, 'point-rules.saved', { districtCode: district.code, by: used.id }, ctx.now)
  })
}
