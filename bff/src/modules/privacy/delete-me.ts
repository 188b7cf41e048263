import { roleWords } from '@xinban/shared/domain'
import type { Ctx } from '../../context'
import { forbidden } from '../../errors'
import { writeOutbox } from '../../outbox/write-outbox'
import { withdrawEveryConsent } from '../consents'
import { deleteUploads } from '../files'
import { erasePerson, forgetNames } from '../identity'
import { eraseOwnNeeds } from '../needs'
import { forgetNotices } from '../notices'
import { eraseOwnBookings } from '../bookings'
import { eraseOwnOrders } from '../orders'
import { endVolunteering } from '../volunteers'
import { eraseOwnWords } from '../pledges'

/**
 * Deletes the caller's account: name, phone, ways to sign in, sessions, the texts and pictures of their own orders, and
 * what they wrote about the ten things of the year;
 * what was done stays as codes and ids (docs/adr/0009). Signing in again makes a new person.
 * Throws forbidden for whoever holds a role, wrong_state for orders in the way (see eraseOwnOrders).
 * @param withdraws how many orders the person was told would be withdrawn; undefined asks for no such check
 */
export async function deleteMe(ctx: Ctx, { withdraws }: { withdraws?: number }): Promise<void> {
  const { services, actor, now } = ctx
  const [role] = actor.memberships
  if (role) {
    throw forbidden(`你还是${role.orgName}的${roleWords[role.role]}，请管理员先收回工作身份，再来注销`)
  }
  const files = await services.db.unitOfWork(async (em) => {
    const taken = await eraseOwnOrders(em, ctx, withdraws)
    await eraseOwnNeeds(em, actor.personId)
    await eraseOwnWords(em, actor.personId)
    await eraseOwnBookings(em, ctx)
    const unused = await deleteUploads(em, actor.personId)
    await endVolunteering(em, actor.personId, now)
    await forgetNotices(em, actor.personId)
    await withdrawEveryConsent(em, actor.personId, now)
    await erasePerson(em, actor.personId, now)
    await writeOutbox(em, 'person.deleted', { personId: actor.personId }, now)
    return [...taken, ...unused]
  })
  forgetNames()
  // The rows are gone: what a crash leaves here, the sweep finds.
  for (const id of files) await services.fileStore.remove(id)
}
