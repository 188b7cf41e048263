import { keepsClaim, keepsOffer, wallRank } from '@xinban/shared/domain'
import type { OrderRow } from '../order.entity'

type WallColumns = Pick<
  OrderRow,
  | 'offeredAt'
  | 'isListed'
  | 'firstListedAt'
  | 'returnCount'
  | 'wallRank'
  | 'claimedAt'
  | 'contactedAt'
  | 'partners'
  | 'assigneeOrgCode'
  | 'assigneeId'
>

/**
 * What a step makes of an order's place on the wall, as far as that changes: worked out of the row alone, so that no
 * command has to think of it.
 * @param moved the row as the step leaves it otherwise
 */
export function wallColumns(before: OrderRow, moved: OrderRow, now: Date): Partial<WallColumns> {
  const isOpen = moved.status === 'listed'
  const claimedAt = keepsClaim(moved.status) ? moved.claimedAt : null
  const isFreed = isOpen || (before.claimedAt !== null && claimedAt === null)
  const returnCount = moved.returnCount + (isOpen && before.claimedAt !== null ? 1 : 0)
  const firstListedAt = moved.firstListedAt ?? (isOpen ? now : null)
  const columns: WallColumns = {
    offeredAt: keepsOffer(moved.status) ? moved.offeredAt : null,
    isListed: isOpen || claimedAt !== null,
    firstListedAt,
    returnCount,
    wallRank: firstListedAt && wallRank(firstListedAt, returnCount),
    claimedAt,
    contactedAt: claimedAt === null ? null : moved.contactedAt,
    partners: claimedAt === null ? null : moved.partners,
    assigneeOrgCode: isFreed ? null : moved.assigneeOrgCode,
    assigneeId: isFreed ? null : moved.assigneeId,
  }
  const keys = Object.keys(columns) as (keyof WallColumns)[]
  return Object.fromEntries(keys.filter((key) => columns[key] !== moved[key]).map((key) => [key, columns[key]]))
}
