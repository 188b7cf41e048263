import type { Answer, Received } from '@xinban/shared/contracts'
import { communityMargin, communityReach, likelyCommunity, type Point } from '@xinban/shared/domain'
import type { PublicCtx } from '../../context'
import { malformedRequest, notFound } from '../../errors'
import type { Bind, Request } from '../../http/bind'
import { decodeCursor, pageOf } from '../../http/page'
import { findOrg, orgRef } from '../orgs'
import { closePlace, reopenPlace, updatePlace, type PlaceTarget } from './commands/change-place'
import { createPlace } from './commands/create-place'
import { placePresenter, presentPlace } from './place.presenter'
import { findNearby, findPlaces, listPlaces, mentionedCommunity, type FoundPlace } from './place.queries'

/** What still counts as near, in metres: what one walks to. */
const reach = 2000

const target = ({
  params,
  expectedVersion,
}: Pick<Request<'places.close'>, 'params' | 'expectedVersion'>): PlaceTarget => ({
  id: params.id,
  expectedVersion,
})

export function placeRoutes(bind: Bind): void {
  bind.endpoint('places.list', async ({ ctx, query }) => {
    const { communityCode, near } = query
    if (communityCode !== undefined) await expectCommunity(ctx, communityCode)
    if (near !== undefined) return nearest(ctx, near, query)
    const rows = await listPlaces(ctx.services.db.reader, {
      ...{ q: query.q, state: query.state, communityCode: communityCode ?? '' },
      afterId: decodeCursor(query.cursor),
      limit: query.limit + 1,
    })
    const present = await placePresenter(ctx, rows)
    return pageOf(
      rows,
      query.limit,
      ({ id }) => id,
      (place) => present(place),
    )
  })

  bind.endpoint('places.community', async ({ ctx, query }) => {
    const { reader } = ctx.services.db
    const code = likelyCommunity(query.near, await findNearby(reader, query.near, communityReach + communityMargin))
    const community = code === null ? undefined : await findOrg(reader, code)
    return { community: community ? orgRef(community) : null }
  })

  bind.endpoint('places.mentioned', async ({ ctx, query }) => {
    const { reader } = ctx.services.db
    const code = await mentionedCommunity(reader, query.org, query.said)
    const community = code === null ? undefined : await findOrg(reader, code)
    return { community: community ? orgRef(community) : null }
  })

  bind.command('places.create', ({ ctx, body }) => createPlace(ctx, body), presentPlace)
  bind.endpoint('places.update', async (r) => {
    await updatePlace(r.ctx, target(r), r.body)
    return presentPlace(r.ctx, r.params.id)
  })
  bind.command('places.close', (r) => closePlace(r.ctx, target(r)), presentPlace)
  bind.command('places.reopen', (r) => reopenPlace(r.ctx, target(r)), presentPlace)
}

async function expectCommunity({ services }: PublicCtx, code: string): Promise<void> {
  if ((await findOrg(services.db.reader, code))?.level !== 'community') throw notFound('这个社区')
}

/** A page of what is near: the distance and the id of the last place lead to the next page. */
async function nearest(
  ctx: PublicCtx,
  near: Point,
  { communityCode, q, state, limit, cursor }: Received<'places.list', 'query'>,
): Promise<Answer<'places.list'>> {
  const { reader } = ctx.services.db
  const after = readKey(cursor)
  const found = await findNearby(reader, near, reach, { communityCode, q, state })
  const shown = found.filter((place) => after === undefined || isBeyond(place, after)).slice(0, limit + 1)
  const rows = await findPlaces(
    reader,
    shown.map(({ id }) => id),
  )
  const metres = new Map(shown.map((place) => [place.id, place.metres]))
  const present = await placePresenter(ctx, rows)
  return pageOf(
    rows,
    limit,
    ({ id }) => `${metres.get(id) ?? 0}:${id}`,
    (place) => present(place, metres.get(place.id)),
  )
}

type Key = Pick<FoundPlace, 'metres' | 'id'>
const isBeyond = (place: Key, after: Key) =>
  place.metres > after.metres || (place.metres === after.metres && place.id > after.id)

function readKey(cursor: string | undefined): Key | undefined {
  const key = decodeCursor(cursor)
  if (key === undefined) return undefined
  const [metres = '', id = ''] = key.split(':')
  if (!/^\d{1,6}$/.test(metres)) throw malformedRequest('翻页位置无效，请从第一页重新打开')
  return { metres: Number(metres), id }
}
