import type { CastBallot } from '@xinban/shared/contracts'
import { isWithin } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { forbidden, invalidField, notFound } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { findPersonByPhone, insertPerson } from '../../identity'
import { findOrg, findOrgs, type Org } from '../../orgs'
import type { SurveyRow } from '../survey.entity'
import { helperOf } from '../survey.policy'
import { populationsOf } from '../survey.queries'

/** Whom staff help. */
export interface Helped {
  /** Null for somebody whom nobody knows yet; `register` makes them known. */
  readonly personId: string | null
  readonly membershipId: string
  register(em: EntityManager): Promise<string>
}

/**
 * Whoever has that phone, as far as the caller may help them. Somebody who is not known yet is registered by the
 * community's own staff, who confirm phone and community by that: when they sign in with the phone, it is them.
 * Throws forbidden, not_found, invalid.
 */
export async function findHelped(
  ctx: Ctx,
  survey: SurveyRow,
  { phone, name }: NonNullable<CastBallot['onBehalfOf']>,
): Promise<Helped> {
  const { db, personalData } = ctx.services
  const phoneHash = personalData.phoneHash(phone)
  const person = await findPersonByPhone(db.reader, phoneHash)
  if (person) {
    const { communityCode } = person
    const community =
      communityCode === null ? undefined : (await findOrgs(db.reader, [communityCode])).get(communityCode)
    const used = community && helperOf(ctx.actor, community)
    if (!used) throw forbidden('只能协助自己范围内、已经核实住址的居民')
    return { personId: person.id, membershipId: used.id, register: () => Promise.resolve(person.id) }
  }
  const { used, community } = await registrarOf(ctx, survey)
  if (name === undefined) throw invalidField('onBehalfOf.name', 'required', '这个电话还没有登记，请写上姓名')
  const register = async (em: EntityManager): Promise<string> => {
    const personId = await insertPerson(em, ctx.now, {
      ...{ nameSealed: personalData.seal(name, 'name'), phoneSealed: personalData.seal(phone, 'phone'), phoneHash },
      ...{ communityCode: community.code, communityConfirmedAt: ctx.now },
    })
    await writeOutbox(em, 'person.registered', { personId, by: used.id }, ctx.now)
    return personId
  }
  return { personId: null, membershipId: used.id, register }
}

/** The membership of community staff by which somebody is registered as living there. */
async function registrarOf({ services, actor }: Ctx, survey: SurveyRow) {
  const staff = actor.memberships.filter(({ role }) => role === 'community_staff')
  if (staff.length === 0) throw notFound('用这个电话登记的居民')
  const population = (await populationsOf(services.db.reader, [survey.id])).get(survey.id) ?? []
  const asked = (path: string) => population.some((org: Org) => isWithin(path, org.path))
  const used = staff.find(({ path }) => asked(path))
  const community = used && (await findOrg(services.db.reader, used.orgCode))
  if (!used || !community) throw forbidden('这次测评没有请你所在社区的居民')
  return { used, community }
}
