import type { OrgLevel, Role } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Actor, ActorMembership } from '../../context'
import { query } from '../../db/sql'

/** Columns of a membership with its org, for whichever query joins them. */
export const membershipColumns = `m.id AS membership_id, m.role, m.org_code,
  o.name AS org_name, o.level, o.path, o.district_code`

export interface MembershipJoin {
  readonly membership_id: string | null
  readonly role: Role
  readonly org_code: string
  readonly org_name: string
  readonly level: OrgLevel
  readonly path: string
  readonly district_code: string
}

export function membershipOf(row: MembershipJoin): ActorMembership[] {
  if (row.membership_id === null) return []
  return [
    {
      id: row.membership_id,
      role: row.role,
      orgCode: row.org_code,
      orgName: row.org_name,
      level: row.level,
      path: row.path,
      districtCode: row.district_code,
    },
  ]
}

/** A person as an actor with their present roles, for imports that act in someone's name. */
export async function loadActor(em: EntityManager, personId: string): Promise<Actor> {
  const rows = await query<MembershipJoin>(
    em,
    `SELECT ${membershipColumns} FROM memberships m JOIN orgs o ON o.code = m.org_code
      WHERE m.person_id = ? AND m.revoked_at IS NULL ORDER BY m.id`,
    [personId],
  )
  return { personId, memberships: rows.flatMap(membershipOf) }
}
