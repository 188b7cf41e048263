import type { Answer, Volunteer, VolunteerTeam, Volunteering } from '@xinban/shared/contracts'
import { formatInstant, toPoints, type VolunteerState } from '@xinban/shared/domain'
import type { Ctx, PublicCtx } from '../../context'
import { forbidden, notFound } from '../../errors'
import { decodeCursor, pageOf } from '../../http/page'
import { maskedNames, ownName } from '../identity'
import { findOrg, findOrgs, orgRef, type Org } from '../orgs'
import { expectUnit } from './expect'
import { findBalance } from './points.repository'
import type { VolunteerRow, VolunteerTeamRow } from './team.entity'
import { findTeam, findVolunteer, listTeams, listVolunteers, pointRules, volunteersOf } from './team.repository'
import { leaderOf, runnerOf, setterOf } from './volunteer.policy'

/** The teams of a district; a unit that never said anything is none. */
export async function presentTeams(ctx: PublicCtx, orgCode: string): Promise<Answer<'volunteer-teams.list'>> {
  const { reader } = ctx.services.db
  const org = await findOrg(reader, orgCode)
  if (!org) throw notFound('这个组织')
  const teams = await listTeams(reader, org.districtCode)
  const own = ctx.actor ? await volunteersOf(reader, ctx.actor.personId) : []
  const orgs = await findOrgs(
    reader,
    teams.map(({ teamCode }) => teamCode),
  )
  return {
    items: teams.flatMap((team) => {
      const unit = orgs.get(team.teamCode)
      return unit ? [shape(ctx, unit, team, own)] : []
    }),
  }
}

/** One team; a unit that never said anything is shown closed, so that its staff can begin. */
export async function presentTeam(ctx: PublicCtx, teamCode: string): Promise<VolunteerTeam> {
  const { reader } = ctx.services.db
  const org = await expectUnit(reader, teamCode)
  const own = ctx.actor ? await volunteersOf(reader, ctx.actor.personId) : []
  return shape(ctx, org, await findTeam(reader, teamCode), own)
}

function shape(
  { actor }: PublicCtx,
  org: Org,
  team: VolunteerTeamRow | undefined,
  places: readonly VolunteerRow[],
): VolunteerTeam {
  const own = places.find(({ teamCode }) => teamCode === org.code)?.state ?? null
  const isIn = own === 'applied' || own === 'member'
  const isOpen = team?.isOpen ?? false
  return {
    ...{ org: orgRef(org), intro: team?.intro ?? '', isOpen, own, version: team?.version ?? 0 },
    allowedActions: [
      ...(actor && isOpen && !isIn ? (['join'] as const) : []),
      ...(isIn ? (['leave'] as const) : []),
      ...(runnerOf(actor, org) ? (['manage'] as const) : []),
    ],
  }
}

async function volunteerPresenter(ctx: Ctx, rows: readonly VolunteerRow[]): Promise<(row: VolunteerRow) => Volunteer> {
  const { reader } = ctx.services.db
  const orgs = await findOrgs(
    reader,
    rows.map(({ teamCode }) => teamCode),
  )
  const nameOf = await maskedNames(
    ctx.services,
    rows.map(({ personId }) => personId),
  )
  return ({ id, teamCode, personId, state, appliedAt, version }) => {
    const team = orgs.get(teamCode)
    if (!team) throw new Error(`volunteer ${id} is of ${teamCode}, which is no org`)
    const isIn = state === 'applied' || state === 'member'
    const mayEnd = isIn && (personId === ctx.actor.personId || leaderOf(ctx.actor, team) !== undefined)
    return {
      ...{ id, team: orgRef(team), name: nameOf(personId), state, appliedAt: formatInstant(appliedAt), version },
      allowedActions: [
        ...(state === 'applied' && runnerOf(ctx.actor, team) ? (['decide'] as const) : []),
        ...(mayEnd ? (['leave'] as const) : []),
      ],
    }
  }
}

export async function presentVolunteer(ctx: Ctx, id: string): Promise<Volunteer> {
  const volunteer = await findVolunteer(ctx.services.db.reader, id)
  if (!volunteer) throw notFound('这个队员')
  return (await volunteerPresenter(ctx, [volunteer]))(volunteer)
}

interface Asked {
  readonly teamCode: string
  readonly state?: VolunteerState | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/** A team's volunteers, for those who run it. */
export async function presentVolunteers(ctx: Ctx, asked: Asked): Promise<Answer<'volunteers.list'>> {
  const { reader } = ctx.services.db
  const team = await expectUnit(reader, asked.teamCode)
  if (!runnerOf(ctx.actor, team)) throw forbidden('队员名单给带队的人和所属的社区、街道看')
  const rows = await listVolunteers(reader, {
    ...{ teamCode: team.code, states: asked.state ? [asked.state] : ['applied', 'member'] },
    ...{ afterId: decodeCursor(asked.cursor) ?? '', limit: asked.limit + 1 },
  })
  return pageOf(rows, asked.limit, ({ id }) => id, await volunteerPresenter(ctx, rows))
}

export async function presentVolunteering(ctx: Ctx): Promise<Volunteering> {
  const { reader } = ctx.services.db
  const { personId } = ctx.actor
  const rows = (await volunteersOf(reader, personId)).filter(({ state }) => state === 'applied' || state === 'member')
  const { minutes, activities, halfPoints } = await findBalance(reader, personId)
  return {
    name: await ownName(ctx),
    teams: rows.map(await volunteerPresenter(ctx, rows)),
    ...{ minutes, activities, balance: toPoints(halfPoints), asOf: formatInstant(ctx.now) },
  }
}

export async function presentPointRules(ctx: Ctx, districtCode: string): Promise<Answer<'point-rules.show'>> {
  const { reader } = ctx.services.db
  const district = await findOrg(reader, districtCode)
  if (district?.level !== 'district') throw notFound('这个区')
  const { version, minutesPerPoint, mostMinutes } = await pointRules(reader, districtCode)
  return {
    ...{ districtCode, version, minutesPerPoint, mostMinutes },
    allowedActions: setterOf(ctx.actor, district) ? ['save'] : [],
  }
}
