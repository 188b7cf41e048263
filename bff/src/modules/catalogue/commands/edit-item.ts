import type { EntityManager } from 'typeorm'
import type { ActorMembership, Ctx } from '../../../context'
import { forbidden, notFound, versionMismatch } from '../../../errors'
import type { ServiceItemRow } from '../service-item.entity'
import { mayEdit } from '../service-item.policy'
import { findItem } from '../service-item.repository'

export interface ItemTarget {
  readonly id: string
  /** From `If-Match`. */
  readonly expectedVersion?: number
}

/**
 * What every change of an item by its editors shares: load, authorize, compare versions, all in one unit of work.
 * An item that was never published does not exist for anybody else. Throws not_found, forbidden, version_mismatch.
 */
export async function editItem<T>(
  ctx: Ctx,
  target: ItemTarget,
  work: (em: EntityManager, item: ServiceItemRow, used: ActorMembership) => Promise<T>,
): Promise<T> {
  return ctx.services.db.unitOfWork(async (em) => {
    const item = await findItem(em, target.id)
    const used = item && mayEdit(ctx.actor, item.districtCode)
    if (!item || (!used && item.state === 'draft')) throw notFound('这个服务事项')
    if (!used) throw forbidden('服务事项由区管理员编辑，请联系区管理员')
    if (target.expectedVersion !== undefined && target.expectedVersion !== item.version) throw versionMismatch()
    return work(em, item, used)
  })
}
