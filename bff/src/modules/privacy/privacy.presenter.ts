import type { Exported, StoredData } from '@xinban/shared/contracts'
import { formatInstant } from '@xinban/shared/domain'
import type { Ctx } from '../../context'
import { notFound } from '../../errors'
import { countUploads } from '../files'
import { findConsents, presentConsent } from '../consents'
import { findPerson, findSessions, presentMe } from '../identity'
import { exportOwnNeeds } from '../needs'
import { countOwnBookings, exportOwnBookings, exportOwnQueues } from '../bookings'
import { countNotices } from '../notices'
import { countOwnOrders, exportOwnOrders, exportOwnSeconds } from '../orders'
import { findOrg, orgRef } from '../orgs'
import { countVolunteering, exportVolunteering } from '../volunteers'
import { countParticipations } from '../surveys'
import { countOwnWords, exportOwnWords } from '../pledges'

/** What is stored about the caller, in numbers and masked. @param token tells which session is the present one */
export async function presentStored(ctx: Ctx, token: string): Promise<StoredData> {
  const { services, actor, now } = ctx
  const { reader } = services.db
  return {
    ...(await presentMe(services, actor)),
    orders: await countOwnOrders(reader, actor.personId),
    surveys: await countParticipations(reader, actor.personId),
    participation: await countOwnWords(reader, actor.personId),
    bookings: await countOwnBookings(reader, actor.personId),
    volunteering: await countVolunteering(reader, actor.personId),
    pictures: await countUploads(reader, actor.personId),
    notices: await countNotices(reader, actor.personId),
    consents: (await findConsents(reader, actor.personId)).map(presentConsent),
    sessions: (await findSessions(reader, actor.personId, now, token)).map((session) => ({
      ...{ provider: session.provider, isCurrent: session.isCurrent },
      createdAt: formatInstant(session.createdAt),
      expiresAt: formatInstant(session.expiresAt),
    })),
  }
}

/** The caller's own data, unmasked, a bounded part at a time. */
export async function presentExport(ctx: Ctx, cursor: string | undefined): Promise<Exported> {
  const { db, personalData } = ctx.services
  const person = await findPerson(db.reader, ctx.actor.personId)
  if (!person) throw notFound('你的账号')
  const community = person.communityCode === null ? undefined : await findOrg(db.reader, person.communityCode)
  const { items, nextCursor } = await exportOwnOrders(ctx, cursor)
  return {
    exportedAt: formatInstant(ctx.now),
    person: {
      name: person.nameSealed && personalData.open(person.nameSealed, 'name'),
      phone: person.phoneSealed && personalData.open(person.phoneSealed, 'phone'),
      community: community ? orgRef(community) : null,
    },
    surveys: await countParticipations(db.reader, person.id),
    consents: (await findConsents(db.reader, person.id)).map(presentConsent),
    volunteering: await exportVolunteering(db.reader, person.id, cursor === undefined),
    orders: items,
    ...(cursor === undefined && {
      participation: {
        needs: await exportOwnNeeds(db.reader, person.id),
        ...(await exportOwnWords(db.reader, person.id)),
      },
      seconds: await exportOwnSeconds(db.reader, person.id),
      ...(await exportOwnQueues(db.reader, person.id)),
    }),
    // All of them with the first part.
    bookings: cursor === undefined ? await exportOwnBookings(ctx) : [],
    nextCursor,
  }
}
