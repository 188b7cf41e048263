import type { Answer, Received } from '@xinban/shared/contracts'
import { formatInstant } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { updateRows } from '../../../db/rows'
import { forbidden, notFound } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { Person } from '../identity.entity'
import { findPerson, findPersonByPhone } from '../identity.repository'
import { maskedName } from '../shown-names'

type Body = Received<'residents.confirm', 'body'>

/**
 * Loads whoever has this phone and chose the community, for its staff. Throws forbidden, not_found for a phone that
 * nobody confirmed on an account of this community.
 */
async function expectResident(em: EntityManager, { services, actor }: Ctx, { communityCode, phone }: Body) {
  if (!actor.memberships.some(({ role, orgCode }) => role === 'community_staff' && orgCode === communityCode)) {
    throw forbidden('居民身份由所在社区的工作人员来核实')
  }
  const person = await findPersonByPhone(em, services.personalData.phoneHash(phone))
  if (!person || person.communityCode !== communityCode) {
    throw notFound('用这个手机号、选了本社区的居民；请对方先在“我的”里确认手机号并选好社区')
  }
  return person
}

/** Whom staff are about to confirm. Throws as `expectResident` does. @returns the person's id */
export async function findResident(ctx: Ctx, body: Body): Promise<string> {
  return (await expectResident(ctx.services.db.reader, ctx, body)).id
}

/**
 * Staff of a community confirm that whoever has this phone lives there; from then on they count as verified: they vote,
 * rate and object. Throws as `expectResident` does.
 * @returns the person's id
 */
export const confirmResident = (ctx: Ctx, body: Body): Promise<string> => change(ctx, body, ctx.now)

/** Takes it back: they take part in nothing new, what they did before stays. Throws as `expectResident` does. */
export const unconfirmResident = (ctx: Ctx, body: Body): Promise<string> => change(ctx, body, null)

function change(ctx: Ctx, body: Body, communityConfirmedAt: Date | null): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const { id } = await expectResident(em, ctx, body)
    const { communityCode } = body
    const where = `id = ? AND community_code = ? AND community_confirmed_at IS ${communityConfirmedAt ? '' : 'NOT '}NULL`
    const set = { communityConfirmedAt, updatedAt: ctx.now }
    if ((await updateRows(em, Person, set, where, [id, communityCode])) > 0) {
      const topic = communityConfirmedAt ? 'person.confirmed' : 'person.unconfirmed'
      await writeOutbox(em, topic, { personId: id, communityCode, by: ctx.actor.personId }, ctx.now)
    }
    return id
  })
}

/** What staff see of a resident of theirs. */
export async function presentResident({ services }: Ctx, id: string): Promise<Answer<'residents.confirm'>> {
  const person = await findPerson(services.db.reader, id)
  if (!person) throw notFound('这位居民')
  const { communityConfirmedAt } = person
  return {
    name: maskedName(services.personalData, person),
    confirmedAt: communityConfirmedAt && formatInstant(communityConfirmedAt),
  }
}
