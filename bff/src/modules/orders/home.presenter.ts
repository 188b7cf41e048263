import type { Home } from '@xinban/shared/contracts'
import type { ActorMembership, Ctx, Services } from '../../context'
import { findPerson, membershipFor } from '../identity'
import { presentOwnOpen, presentPublicPage } from './order-pages'
import { queueScope } from './order-scopes'
import { countGradable, countOpen } from './order-counts.queries'

const mineShown = 5
const neighboursShown = 2

/** What the home page shows beside orders, from modules that stand above this one. */
export interface BesideOrders {
  /** Of the caller's notices. */
  readonly countUnread: (ctx: Ctx) => Promise<number>
  readonly presentTenThings: (services: Services, communityCode: string, now: Date) => Promise<Home['tenThings']>
}

/**
 * The first sight of the home page in one answer: a telephone on a weak line waits once.
 * Throws forbidden for a membership of someone else.
 */
export async function presentHome(
  ctx: Ctx,
  membershipId: string | undefined,
  { countUnread, presentTenThings }: BesideOrders,
): Promise<Home> {
  const { db, personalData } = ctx.services
  const { reader } = db
  const membership = membershipId === undefined ? undefined : membershipFor(ctx, membershipId)
  const [mine, person, counts, unread] = await Promise.all([
    presentOwnOpen(ctx, mineShown),
    findPerson(reader, ctx.actor.personId),
    membership ? countWaiting(ctx, membership) : null,
    countUnread(ctx),
  ])
  const code = person?.communityCode ?? null
  const [neighbours, tenThings] =
    code === null
      ? [null, null]
      : await Promise.all([
          presentPublicPage(ctx, code, 'newest', { limit: neighboursShown }).then(({ items }) => items),
          presentTenThings(ctx.services, code, ctx.now),
        ])
  const name = person?.nameSealed ? personalData.open(person.nameSealed, 'name') : null
  return { name, mine, neighbours, counts, unread, tenThings }
}

/** Open orders by status; of those to be graded only what this member may grade. */
async function countWaiting({ services, actor, now }: Ctx, membership: ActorMembership): Promise<Home['counts']> {
  const { reader } = services.db
  const [{ counts }, mayGrade] = await Promise.all([
    countOpen(reader, queueScope(membership)),
    countGradable(reader, membership, actor.personId, now),
  ])
  return mayGrade === null || counts.rated === undefined ? counts : { ...counts, rated: mayGrade }
}
