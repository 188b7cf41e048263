import type { Order, OrderEvent } from '@xinban/shared/contracts'
import { extensionDecisions, formatInstant, gradeTotal } from '@xinban/shared/domain'
import type { Ctx } from '../../context'
import { presentAttachment, type FileRow } from '../files'
import { maskedNames } from '../identity'
import { orgRef, type Org } from '../orgs'
import type { OrderRow } from './order.entity'
import type { EventWithNote } from './order-event.repository'

type Orgs = ReadonlyMap<string, Org>
type Events = readonly EventWithNote[]
export type Consent = NonNullable<Order['onBehalfOf']>['consent']

/** Who said, as they placed the order, that the beneficiary agreed. */
export async function findConsent({ services }: Ctx, events: Events, orgs: Orgs): Promise<Consent> {
  const placing = events.find(({ action, data }) => action === 'place' && data.consent)
  if (!placing) return null
  const nameOf = await maskedNames(services, [placing.actorId])
  const org = placing.actorOrgCode === null ? undefined : orgs.get(placing.actorOrgCode)
  return { by: nameOf(placing.actorId), org: org ? orgRef(org) : null, at: formatInstant(placing.at) }
}

/** The first rating, or the one that followed when it was put right. */
export function presentRating(events: Events, action: 'rate' | 'follow-up-rating' = 'rate'): Order['rating'] {
  const event = events.find((candidate) => candidate.action === action)
  if (event?.data.stars === undefined) return null
  const { stars, reasons = [] } = event.data
  const isTelephone = event.data.isTelephone === true
  return { stars, reasons, comment: event.note, isTelephone, at: formatInstant(event.at) }
}

/** What is, or will be, noted because nobody rated. @param events of the order, where it waits for one or has one */
export function presentDefaultReview(
  { defaultReviewAt, defaultStars }: Pick<OrderRow, 'defaultReviewAt' | 'defaultStars'>,
  events: Events,
): Order['defaultReview'] {
  if (defaultReviewAt) {
    const review = events.findLast(({ action }) => action === 'fulfil')?.data.defaultReview
    return review ? { stars: review.stars, at: formatInstant(defaultReviewAt), isNoted: false } : null
  }
  const noted = events.findLast(({ action }) => action === 'default-review')
  return defaultStars && noted ? { stars: defaultStars, at: formatInstant(noted.at), isNoted: true } : null
}

export function presentExtension(events: Events): Order['extension'] {
  const asked = events.findLast(({ action }) => action === 'request-extension')
  if (asked?.data.days === undefined) return null
  const resolved = events.findLast(({ action }) => action === 'resolve-extension')
  const decision = extensionDecisions.find((candidate) => candidate === resolved?.data.decision) ?? null
  return { days: asked.data.days, note: asked.note, decision }
}

/** What the community said when it accepted it as a complex one. */
export function presentComplexity(events: Events): Order['complexity'] {
  const accepted = events.findLast(({ action, data }) => action === 'accept' && data.isComplex)
  return accepted?.data.days === undefined ? null : { days: accepted.data.days, reason: accepted.note }
}

export function presentGrade(events: Events): Order['grade'] {
  const event = events.findLast((candidate) => candidate.action === 'grade')
  if (!event?.data.scores) return null
  const { scores } = event.data
  return { scores, total: gradeTotal(scores), note: event.note, at: formatInstant(event.at) }
}

/** The first rating stands beside the history. */
const saysStars = ({ action }: EventWithNote) => action === 'follow-up-rating' || action === 'default-review'

/** Notes between colleagues: for members, not for the resident. */
const isInternal = (event: EventWithNote) => event.action === 'dispatch'

export async function presentEvents(
  ctx: Ctx,
  events: Events,
  orgs: Orgs,
  files: ReadonlyMap<string, FileRow[]>,
): Promise<OrderEvent[]> {
  const nameOf = await maskedNames(
    ctx.services,
    events.map((event) => event.actorId),
  )
  const isMember = ctx.actor.memberships.length > 0
  const ref = (code: string | null | undefined) => {
    const org = code ? orgs.get(code) : undefined
    return org ? orgRef(org) : null
  }
  return events.map((event) => {
    const to = ref(event.data.toCode)
    return {
      id: event.id,
      action: event.action,
      actor: {
        name: nameOf(event.actorId),
        role: event.actorRole,
        org: ref(event.actorOrgCode),
      },
      at: formatInstant(event.at),
      fromStatus: event.fromStatus,
      toStatus: event.toStatus,
      note: isInternal(event) && !isMember ? null : event.note,
      isSynthetic: event.isSynthetic,
      ...(event.data.reason && { reason: event.data.reason }),
      ...(event.data.decision && { decision: event.data.decision }),
      ...(to && { to }),
      ...(event.data.days !== undefined && { days: event.data.days }),
      ...(event.data.isComplex && { isComplex: true }),
      ...(event.data.isReached !== undefined && { isReached: event.data.isReached }),
      ...(event.data.isEscalated && { isEscalated: true }),
      ...(saysStars(event) && event.data.stars && { stars: event.data.stars }),
      attachments: (files.get(event.id) ?? []).map((file) => presentAttachment(ctx, file)),
    }
  })
}
