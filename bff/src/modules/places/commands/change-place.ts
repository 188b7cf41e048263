import type { UpdatePlace } from '@xinban/shared/contracts'
import { placeNameKey, possiblePlaceActions, type PlaceAction } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { forbidden, notFound, versionMismatch, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { findOrg } from '../../orgs'
import { storePoint } from '../place-point'
import type { PlaceRow } from '../place.entity'
import { mayKeep } from '../place.policy'
import { findPlace, savePlace } from '../place.repository'

export interface PlaceTarget {
  readonly id: string
  /** From `If-Match`. */
  readonly expectedVersion?: number
}

const topics = {
  update: 'place.updated',
  close: 'place.closed',
  reopen: 'place.reopened',
} as const satisfies Record<PlaceAction, string>
const refusals: Record<PlaceAction, string> = {
  update: '这个地点已停用，请先恢复使用，再修改',
  close: '这个地点已经停用了',
  reopen: '这个地点正在使用，不用恢复',
}

/** Changes name, kind and point. Orders keep the words that they were placed with. */
export const updatePlace = (ctx: Ctx, target: PlaceTarget, { name, kind, point }: UpdatePlace) =>
  changePlace(ctx, target, 'update', { name, nameKey: placeNameKey(name), kind, ...storePoint(point) })
/** Takes it off the list; orders that name it go on. */
export const closePlace = (ctx: Ctx, target: PlaceTarget) => changePlace(ctx, target, 'close', { isClosed: true })
export const reopenPlace = (ctx: Ctx, target: PlaceTarget) => changePlace(ctx, target, 'reopen', { isClosed: false })

/** Throws not_found, forbidden, version_mismatch, wrong_state, lost_race, already_exists. */
async function changePlace(
  ctx: Ctx,
  target: PlaceTarget,
  action: PlaceAction,
  change: Partial<PlaceRow>,
): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const place = await findPlace(em, target.id)
    const community = place && (await findOrg(em, place.communityCode))
    if (!place || !community) throw notFound('这个地点')
    const used = mayKeep(ctx.actor, community)
    if (!used) throw forbidden('地点由本社区和上级的工作人员维护')
    if (target.expectedVersion !== undefined && target.expectedVersion !== place.version) throw versionMismatch()
    if (!possiblePlaceActions(place).includes(action)) throw wrongState(refusals[action])
    await savePlace(em, place, change, ctx.now)
    await writeOutbox(em, topics[action], { placeId: place.id, by: used.id }, ctx.now)
    return place.id
  })
}
