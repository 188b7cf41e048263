import type { OrgLevel, Role } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { query } from '../../db/sql'

export interface MemberJoin {
  readonly id: string
  readonly personId: string
  readonly role: Role
  readonly orgCode: string
  readonly orgName: string
  readonly level: OrgLevel
}

interface Where {
  readonly path: string
  readonly role?: Role
  readonly membershipId?: string
  readonly afterId: string
  readonly limit: number
}

/** Roles that hold now in a territory, in order of their ids. */
export async function listMembers(em: EntityManager, where: Where): Promise<MemberJoin[]> {
  const conditions = ['o.path LIKE ?', 'm.revoked_at IS NULL', 'm.id > ?']
  const params: unknown[] = [`${where.path}%`, where.afterId]
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
    `SELECT m.id, m.person_id AS personId, m.role, m.org_code AS orgCode, o.name AS orgName, o.level
       FROM orgs o JOIN memberships m ON m.org_code = o.code
      WHERE ${conditions.join(' AND ')}
      ORDER BY m.id LIMIT ${where.limit}`,
    params,
  )
}
