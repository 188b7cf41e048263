import type { Audience, Role } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { marks, query } from '../../db/sql'
import type { OrderNews } from '../orders'

/** Whoever holds one of the roles at an org now. */
export async function membersAt(em: EntityManager, orgCode: string, roles: readonly Role[]): Promise<string[]> {
  const rows = await query<{ personId: string }>(
    em,
    `SELECT DISTINCT person_id AS personId FROM memberships
      WHERE org_code = ? AND role IN (${marks(roles)}) AND revoked_at IS NULL`,
    [orgCode, ...roles],
  )
  return rows.map(({ personId }) => personId)
}

/** The people of an audience, as the order stands now. */
export async function peopleOf(em: EntityManager, audience: Audience, { order, event }: OrderNews): Promise<string[]> {
  switch (audience) {
    case 'owner':
      if (order.ownerOrgCode !== null) return membersAt(em, order.ownerOrgCode, ['unit_staff'])
      return order.ownerId === null ? [] : [order.ownerId]
    case 'placer':
      return order.ownerOrgCode === null ? [order.placedById] : []
    case 'community':
      // The street looks after a department's task.
      if (order.ownerOrgCode !== null) return peopleOf(em, 'street', { order, event })
      return membersAt(em, order.communityCode, ['community_staff'])
    case 'street':
      return membersAt(em, order.streetCode, ['street_staff'])
    case 'district':
      return membersAt(em, order.districtCode, ['district_admin'])
    case 'assignee':
      if (order.assigneeId !== null) return [order.assigneeId]
      return order.assigneeOrgCode === null
        ? []
        : membersAt(em, order.assigneeOrgCode, ['grid_worker', 'unit_staff', 'community_staff'])
    case 'invited':
      return event?.data.toCode === undefined ? [] : membersAt(em, event.data.toCode, ['unit_staff'])
    case 'holder':
      return peopleOf(em, order.assigneeOrgCode === null ? 'community' : 'assignee', { order, event: undefined })
  }
}
