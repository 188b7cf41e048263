import type { Answer, Received } from '@xinban/shared/contracts'
import { formatInstant } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { updateRows } from '../../../db/rows'
import { forbidden, notFound } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { Person } from '../identity.entity'
import { findPerson, findPersonByPhone } from '../identity.repository'
import { maskedName } from '../shown-names'

/**
 * Staff of a community confirm that whoever has this phone lives there; from then on they count as verified: they vote,
 * rate and object. Throws forbidden, not_found for a phone that nobody confirmed on an account of this community.
 * @returns the person's id
 */
export function confirmResident(ctx: Ctx, { communityCode, phone }: Received<'residents.confirm', 'body'>) {
  const { services, actor, now } = ctx
  const { personalData } = services
  if (!actor.memberships.some(({ role, orgCode }) => role === 'community_staff' && orgCode === communityCode)) {
    throw forbidden('居民身份由所在社区的工作人员来核实')
  }
  return services.db.unitOfWork(async (em) => {
    const person = await findPersonByPhone(em, personalData.phoneHash(phone))
    if (!person || person.communityCode !== communityCode) {
      throw notFound('用这个手机号、选了本社区的居民；请对方先在“我的”里确认手机号并选好社区')
    }
    if (person.communityConfirmedAt === null) {
      const set = { communityConfirmedAt: now, updatedAt: now }
      await updateRows(em, Person, set, 'id = ? AND community_code = ?', [person.id, communityCode])
      await writeOutbox(em, 'person.confirmed', { personId: person.id, communityCode }, now)
    }
    return person.id
  })
}

/** What staff see of whom they confirmed. */
export async function presentConfirmed({ services }: Ctx, id: string): Promise<Answer<'residents.confirm'>> {
  const person = await findPerson(services.db.reader, id)
  if (!person?.communityConfirmedAt) throw notFound('这位居民')
  const confirmedAt = formatInstant(person.communityConfirmedAt)
  return { name: maskedName(services.personalData, person), confirmedAt }
}
