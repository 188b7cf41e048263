import type { Place } from '@xinban/shared/contracts'
import { possiblePlaceActions } from '@xinban/shared/domain'
import type { Ctx, PublicCtx } from '../../context'
import { notFound } from '../../errors'
import { findOrgs } from '../orgs'
import { readPoint } from './place-point'
import type { PlaceRow } from './place.entity'
import { mayKeep } from './place.policy'
import { findPlace } from './place.repository'

/** A presenter for a page of places; their communities are loaded together. */
export async function placePresenter(
  { services, actor }: PublicCtx,
  places: readonly PlaceRow[],
): Promise<(place: PlaceRow, distanceMetres?: number) => Place> {
  const orgs = await findOrgs(
    services.db.reader,
    places.map(({ communityCode }) => communityCode),
  )
  return (place, distanceMetres) => {
    const { id, name, kind, communityCode, isClosed, isDemo, version } = place
    const community = orgs.get(communityCode)
    const isKeeper = actor !== null && community !== undefined && mayKeep(actor, community) !== undefined
    return {
      ...{ id, name, kind, communityCode, isClosed, isDemo, version },
      communityName: community?.name ?? communityCode,
      point: readPoint(place),
      distanceMetres: distanceMetres ?? null,
      allowedActions: isKeeper ? possiblePlaceActions(place) : [],
    }
  }
}

export async function presentPlace(ctx: Ctx, id: string): Promise<Place> {
  const place = await findPlace(ctx.services.db.reader, id)
  if (!place) throw notFound('这个地点')
  return (await placePresenter(ctx, [place]))(place)
}
