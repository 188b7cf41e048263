import type { Actor, Services } from '../../context'
import { asDate, query } from '../../db/sql'
import { sessionOver } from '../../errors'
import { membershipColumns, membershipOf, type MembershipJoin } from './load-actor'
import { hashToken } from './tokens'

interface SessionJoin extends MembershipJoin {
  readonly person_id: string
  readonly expires_at: Date | string
}

/**
 * Who holds this token now, with the roles that hold now: both are read for every request, so that a revoked role
 * or session fails at the very next one. Throws not_signed_in for an unknown or expired token.
 */
export async function authenticate(services: Services, token: string, now: Date): Promise<Actor> {
  const rows = await query<SessionJoin>(
    services.db.reader,
    `SELECT s.person_id, s.expires_at, ${membershipColumns}
       FROM sessions s
       LEFT JOIN memberships m ON m.person_id = s.person_id AND m.revoked_at IS NULL
       LEFT JOIN orgs o ON o.code = m.org_code
      WHERE s.token_hash = ?
      ORDER BY m.id`,
    [hashToken(token)],
  )
  const [first] = rows
  if (!first || asDate(first.expires_at).getTime() <= now.getTime()) throw sessionOver()
  return { personId: first.person_id, memberships: rows.flatMap(membershipOf) }
}
