import type { Role } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { query } from '../../db/sql'

export interface ContactViewJoin {
  readonly id: string
  readonly at: Date | string
  readonly viewerId: string
  readonly role: Role
  readonly orgCode: string
  readonly reason: string | null
  readonly orderId: string
  readonly no: string
  readonly communityCode: string
}

/** Looks at contacts in a district, newest first, beginning after `afterId`. */
export async function listContactViews(
  em: EntityManager,
  { districtCode, afterId, limit }: { districtCode: string; afterId: string | undefined; limit: number },
): Promise<ContactViewJoin[]> {
  return query<ContactViewJoin>(
    em,
    `SELECT v.id, v.at, v.viewer_id AS viewerId, v.role, v.org_code AS orgCode, v.reason,
            o.id AS orderId, o.no, o.community_code AS communityCode
       FROM contact_views v JOIN orders o ON o.id = v.order_id
      WHERE v.district_code = ? ${afterId === undefined ? '' : 'AND v.id < ?'}
      ORDER BY v.id DESC LIMIT ${limit}`,
    afterId === undefined ? [districtCode] : [districtCode, afterId],
  )
}
