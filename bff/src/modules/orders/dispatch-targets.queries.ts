import type { Role } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { selectRows } from '../../db/rows'
import { marks, query } from '../../db/sql'
import { Org } from '../orgs'
import type { OrderRow } from './order.entity'

/** A community has dozens of each; beyond this nobody looks through a list. */
const mostShown = 300

interface TargetMember {
  readonly id: string
  readonly personId: string
  readonly role: Role
  readonly orgCode: string
}

interface Targets {
  /** Grids of the community, and units attached to it or above it. */
  readonly orgs: readonly Org[]
  /** Members of these, and staff of the community itself. */
  readonly members: readonly TargetMember[]
}

/**
 * To whom the community of an order may dispatch it, as `dispatchOrder` has it, in two queries.
 * @param today `YYYY-MM-DD` in China, by which the codes must hold
 */
export async function findTargets(
  em: EntityManager,
  { communityCode, streetCode, districtCode }: Pick<OrderRow, 'communityCode' | 'streetCode' | 'districtCode'>,
  today: string,
): Promise<Targets> {
  const holders = [communityCode, streetCode, districtCode]
  const orgs = await selectRows(
    em,
    Org,
    `WHERE parent_code IN (${marks(holders)}) AND (level = 'unit' OR (level = 'grid' AND parent_code = ?))
       AND (valid_until IS NULL OR valid_until >= ?) ORDER BY code LIMIT ${mostShown}`,
    [...holders, communityCode, today],
  )
  const codes = [communityCode, ...orgs.map(({ code }) => code)]
  const members = await query<TargetMember>(
    em,
    `SELECT id, person_id AS personId, role, org_code AS orgCode FROM memberships
      WHERE org_code IN (${marks(codes)}) AND revoked_at IS NULL ORDER BY id LIMIT ${mostShown}`,
    codes,
  )
  return { orgs, members }
}
