import { defaultPointRules, type PointRules, type VolunteerState } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { newId } from '../../db/ids'
import { isDuplicateKey } from '../../db/retry'
import { insertRow, selectRows, updateRows } from '../../db/rows'
import { marks } from '../../db/sql'
import { lostRace } from '../../errors'
import { PointRuleVersion, VolunteerRow, VolunteerTeamRow } from './team.entity'

/** At once: a district has some dozens of teams. */
const mostTeams = 500

export async function findTeam(em: EntityManager, teamCode: string): Promise<VolunteerTeamRow | undefined> {
  const [team] = await selectRows(em, VolunteerTeamRow, 'WHERE team_code = ?', [teamCode])
  return team
}

export const listTeams = (em: EntityManager, districtCode: string): Promise<VolunteerTeamRow[]> =>
  selectRows(em, VolunteerTeamRow, `WHERE district_code = ? ORDER BY team_code LIMIT ${mostTeams}`, [districtCode])

/** Writes what a team says; the first time makes it one. Throws lost_race. */
export async function saveTeam(
  em: EntityManager,
  before: VolunteerTeamRow | undefined,
  team: Pick<VolunteerTeamRow, 'teamCode' | 'districtCode' | 'intro' | 'isOpen'>,
  now: Date,
): Promise<void> {
  const row: VolunteerTeamRow = { ...team, version: (before?.version ?? 0) + 1, updatedAt: now }
  if (!before) return losingRace(() => insertRow(em, VolunteerTeamRow, row))
  const where = 'team_code = ? AND version = ?'
  if ((await updateRows(em, VolunteerTeamRow, row, where, [team.teamCode, before.version])) === 0) throw lostRace()
}

export async function findVolunteer(em: EntityManager, id: string): Promise<VolunteerRow | undefined> {
  const [volunteer] = await selectRows(em, VolunteerRow, 'WHERE id = ?', [id])
  return volunteer
}

/** Somebody's places in teams: few. */
export const volunteersOf = (em: EntityManager, personId: string): Promise<VolunteerRow[]> =>
  selectRows(em, VolunteerRow, 'WHERE person_id = ? ORDER BY team_code', [personId])

export async function isMember(em: EntityManager, personId: string, teamCode: string): Promise<boolean> {
  const where = "WHERE person_id = ? AND team_code = ? AND state = 'member'"
  return (await selectRows(em, VolunteerRow, where, [personId, teamCode])).length > 0
}

/** Everyone of a team in one of some states, by their ids. */
export const listVolunteers = (
  em: EntityManager,
  { teamCode, states, afterId, limit }: ListedVolunteers,
): Promise<VolunteerRow[]> =>
  selectRows(
    em,
    VolunteerRow,
    `WHERE team_code = ? AND state IN (${marks(states)}) AND id > ? ORDER BY id LIMIT ${limit}`,
    [teamCode, ...states, afterId],
  )
interface ListedVolunteers {
  readonly teamCode: string
  readonly states: readonly VolunteerState[]
  readonly afterId: string
  readonly limit: number
}

/** Throws lost_race when the person has asked this team meanwhile. @returns the id */
export async function insertVolunteer(
  em: EntityManager,
  now: Date,
  volunteer: Pick<VolunteerRow, 'teamCode' | 'personId' | 'state'>,
): Promise<string> {
  const id = newId(now)
  const row: VolunteerRow = { ...volunteer, id, appliedAt: now, version: 1, updatedAt: now }
  await losingRace(() => insertRow(em, VolunteerRow, row))
  return id
}

export async function saveVolunteer(
  em: EntityManager,
  before: VolunteerRow,
  change: Pick<Partial<VolunteerRow>, 'state' | 'appliedAt'>,
  now: Date,
): Promise<void> {
  const set = { ...change, version: before.version + 1, updatedAt: now }
  const where = 'id = ? AND version = ? AND state = ?'
  const params = [before.id, before.version, before.state]
  if ((await updateRows(em, VolunteerRow, set, where, params)) === 0) throw lostRace()
}

/** What hours are worth in a district now. */
export async function pointRules(em: EntityManager, districtCode: string): Promise<PointRules> {
  const tail = 'WHERE district_code = ? ORDER BY version DESC LIMIT 1'
  const [latest] = await selectRows(em, PointRuleVersion, tail, [districtCode])
  return latest ?? defaultPointRules
}

/** Throws lost_race when somebody made that version meanwhile. */
export const insertPointRules = (em: EntityManager, row: PointRuleVersion): Promise<void> =>
  losingRace(() => insertRow(em, PointRuleVersion, row))

async function losingRace(write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    throw isDuplicateKey(error) ? lostRace() : error
  }
}
