import type { MemberChangeKind, OrgLevel, Role } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { query } from '../../db/sql'

export interface MemberJoin {
  readonly id: string
  readonly personId: string
  readonly role: Role
  readonly grantedAt: Date | string
  readonly orgCode: string
  readonly orgName: string
  readonly level: OrgLevel
  readonly path: string
}

interface Where {
  /** Everything under it, or with `isHere` nothing but it. */
  readonly path: string
  readonly isHere?: boolean
  readonly role?: Role
  readonly membershipId?: string
  readonly afterId: string
  readonly limit: number
}

/** Roles that hold now in a territory, in order of their ids. */
export async function listMembers(em: EntityManager, where: Where): Promise<MemberJoin[]> {
  const conditions = [where.isHere ? 'o.path = ?' : 'o.path LIKE ?', 'm.revoked_at IS NULL', 'm.id > ?']
  const params: unknown[] = [where.isHere ? where.path : `${where.path}%`, where.afterId]
  if (where.role) {
    conditions.push('m.role = ?')
    params.push(where.role)
  }
  if (where.membershipId) {
    conditions.push('m.id = ?')
    params.push(where.membershipId)
  }
  return query<MemberJoin>(
    em,
    `SELECT m.id, m.person_id AS personId, m.role, m.granted_at AS grantedAt,
            m.org_code AS orgCode, o.name AS orgName, o.level, o.path
       FROM orgs o JOIN memberships m ON m.org_code = o.code
      WHERE ${conditions.join(' AND ')}
      ORDER BY m.id LIMIT ${where.limit}`,
    params,
  )
}

/** How many roles hold now, by the path of their org, in a territory. */
export async function countMembers(em: EntityManager, path: string): Promise<{ path: string; members: number }[]> {
  const rows = await query<{ path: string; n: number | string }>(
    em,
    `SELECT o.path, COUNT(*) AS n FROM orgs o JOIN memberships m ON m.org_code = o.code
      WHERE o.path LIKE ? AND m.revoked_at IS NULL GROUP BY o.path`,
    [`${path}%`],
  )
  return rows.map((row) => ({ path: row.path, members: Number(row.n) }))
}

/** What roles a person holds now at an org. */
export async function findRolesAt(em: EntityManager, personId: string, orgCode: string): Promise<Role[]> {
  const sql = 'SELECT role FROM memberships WHERE person_id = ? AND org_code = ? AND revoked_at IS NULL ORDER BY id'
  return (await query<{ role: Role }>(em, sql, [personId, orgCode])).map(({ role }) => role)
}

interface ChangeJoin {
  readonly id: string
  readonly at: Date | string
  readonly change: MemberChangeKind
  readonly personId: string
  readonly role: Role
  readonly orgCode: string
  readonly byPersonId: string | null
  readonly byRole: Role | null
  readonly byOrgCode: string | null
}

/** How roles came and went in a district, newest first, beginning after `afterId`. */
export async function listMemberChanges(
  em: EntityManager,
  { districtCode, afterId, limit }: { districtCode: string; afterId: string | undefined; limit: number },
): Promise<ChangeJoin[]> {
  return query<ChangeJoin>(
    em,
    `SELECT c.id, c.at, c.\`change\`, m.person_id AS personId, m.role, m.org_code AS orgCode,
            b.person_id AS byPersonId, b.role AS byRole, b.org_code AS byOrgCode
       FROM (SELECT id, at, \`change\`, membership_id, by_membership_id FROM member_changes
              WHERE district_code = ? ${afterId === undefined ? '' : 'AND id < ?'}
              ORDER BY id DESC LIMIT ${limit}) AS c
       JOIN memberships m ON m.id = c.membership_id
       LEFT JOIN memberships b ON b.id = c.by_membership_id
      ORDER BY c.id DESC`,
    afterId === undefined ? [districtCode] : [districtCode, afterId],
  )
}
