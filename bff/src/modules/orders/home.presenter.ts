import type { Home } from '@xinban/shared/contracts'
import type { Ctx } from '../../context'
import { findPerson } from '../identity'
import { presentOwnOpen, presentPublicPage } from './order-pages'
import { membershipFor, queueScope } from './order-scopes'
import { countOpen } from './order.queries'

const mineShown = 5
const neighboursShown = 2

/**
 * The first sight of the home page in one answer: a telephone on a weak line waits once.
 * Throws forbidden for a membership of someone else.
 */
export async function presentHome(ctx: Ctx, membershipId: string | undefined): Promise<Home> {
  const { db, personalData } = ctx.services
  const { reader } = db
  const queue = membershipId === undefined ? undefined : queueScope(membershipFor(ctx, membershipId))
  const [mine, person, counts] = await Promise.all([
    presentOwnOpen(ctx, mineShown),
    findPerson(reader, ctx.actor.personId),
    queue ? countOpen(reader, queue) : null,
  ])
  const code = person?.communityCode ?? null
  const neighbours =
    code === null ? null : (await presentPublicPage(ctx, code, 'newest', { limit: neighboursShown })).items
  const name = person?.nameSealed ? personalData.open(person.nameSealed, 'name') : null
  return { name, mine, neighbours, counts }
}
