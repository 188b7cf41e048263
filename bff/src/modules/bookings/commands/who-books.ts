import { createHash } from 'node:crypto'
import type { BookingPerson } from '@xinban/shared/contracts'
import { bookingLimitWords, limitRefusal, maskName, sayTime, type BookingPolicy } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { ActorMembership, Ctx } from '../../../context'
import { consentNeeded, forbidden, wrongState } from '../../../errors'
import { counterOf } from '../../halls'
import { findPersonByPhone } from '../../identity'
import type { BookingRow } from '../booking.entity'
import { findBookerState, type BookerState } from '../booking.queries'
import { hallOf } from '../hall-of'

/** For whom a booking is, and whose limits it counts for. */
export type Booker = Pick<
  BookingRow,
  'ownerId' | 'subjectKey' | 'forWhom' | 'isForOther' | 'isByStaff' | 'personSealed' | 'phoneHash' | 'shownName'
> & { readonly used: ActorMembership | null }

/** Oneself. */
export const selfBooker = ({ actor }: Ctx): Booker => ({
  ...{ ownerId: actor.personId, subjectKey: actor.personId, forWhom: 'self', isForOther: false, isByStaff: false },
  ...{ personSealed: null, phoneHash: null, shownName: null, used: null },
})

/** Family, by a resident; anyone, by staff of the hall. */
export async function bookerOf(
  em: EntityManager,
  ctx: Ctx,
  hallId: string,
  person: BookingPerson | undefined,
): Promise<Booker> {
  if (!person) return selfBooker(ctx)
  const { actor, services } = ctx
  const { personalData } = services
  const used = counterOf(actor, (await hallOf(em, hallId)).org) ?? null
  const { name, phone, relation } = person
  const phoneHash = phone === undefined ? null : personalData.phoneHash(phone)
  const forWhom = personalData.nameHash(`booking:${name}:${phone ?? ''}`)
  const owner = used && phoneHash ? await findPersonByPhone(em, phoneHash) : undefined
  // Someone without a phone cannot be told from another; staff answer for them.
  const ofStaff =
    owner?.id ??
    (phoneHash
      ? `phone:${phoneHash}`
      : `name:${createHash('sha256').update(`${forWhom}:${ctx.requestId}`).digest('hex')}`)
  return {
    ...{ ownerId: used ? (owner?.id ?? null) : actor.personId, subjectKey: used ? ofStaff : actor.personId },
    ...{
      forWhom: owner ? 'self' : forWhom,
      isForOther: !owner,
      isByStaff: used !== null,
      phoneHash: used ? phoneHash : null,
      used,
    },
    personSealed: personalData.sealJson({ name, phone, relation }, 'beneficiary'),
    shownName: maskName(name),
  }
}

/**
 * Whether this person may have one more booking. Throws consent_needed, forbidden (paused after no-shows), wrong_state
 * (limits). Staff who help someone are not kept by a pause.
 * @param exceptId the booking that is moved or confirmed
 * @param state of the booker, where it was read in this transaction after `passPerson`
 */
export async function expectMayBook(
  em: EntityManager,
  ctx: Ctx,
  {
    booker,
    place,
    policy,
    exceptId,
    state,
  }: {
    booker: Booker
    place: Pick<BookingRow, 'itemId' | 'startsAt' | 'endsAt' | 'day'>
    policy: BookingPolicy
    exceptId?: string
    state?: BookerState | undefined
  },
): Promise<void> {
  const { hasAgreed, pausedUntil, open } = state ?? (await findBookerState(em, ctx, booker.subjectKey))
  if (booker.used === null && !hasAgreed) throw consentNeeded()
  if (booker.used === null && pausedUntil && pausedUntil > ctx.now) {
    throw forbidden(
      `几次约了没有来，线上预约暂停到 ${sayTime(pausedUntil, ctx.now)}。急办的事可以到大厅现场取号，或请大厅解除`,
    )
  }
  const shape = (one: Pick<BookingRow, 'itemId' | 'startsAt' | 'endsAt' | 'day'> & { forWhom: string }) => ({
    ...{
      itemId: one.itemId,
      date: one.day,
      forWhom: one.forWhom,
      start: one.startsAt.getTime(),
      end: one.endsAt.getTime(),
    },
  })
  const others = open.filter(({ id }) => id !== exceptId)
  const refusal = limitRefusal(shape({ ...place, forWhom: booker.forWhom }), others.map(shape), policy)
  if (refusal) throw wrongState(bookingLimitWords[refusal](policy))
}
