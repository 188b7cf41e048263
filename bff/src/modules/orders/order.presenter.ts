import type { Order, OrderEvent, OrderSummary } from '@xinban/shared/contracts'
import {
  formatInstant,
  gradeTotal,
  maskAddress,
  maskName,
  maskPhone,
  possibleActions,
  ratingClosesAt,
  type OrderAction,
} from '@xinban/shared/domain'
import type { Ctx } from '../../context'
import { notFound } from '../../errors'
import { findItem } from '../catalogue'
import { findFilesOfOrder, presentAttachment, type FileRow } from '../files'
import { findPersons, maskedName } from '../identity'
import { findOrgs, orgRef, type Org } from '../orgs'
import { grantOf, maySee, standingOf, type ReviewFacts } from './order.policy'
import { loadReviewFacts } from './order.queries'
import { findOrder, findOrderPrivate } from './order.repository'
import { findEvents, type EventWithNote } from './order-event.repository'
import type { OrderPrivate, OrderRow } from './order.entity'

type Orgs = ReadonlyMap<string, Org>

/** What the sealed columns hold. */
export interface ContactDetails {
  name?: string
  phone?: string
  address?: string
}
interface Beneficiary {
  name: string
  phone?: string
  relation: string
}
interface Point {
  lat: number
  lng: number
}

/** Flow ∩ policy: what this caller may do to this order now. */
function allowedActions(ctx: Ctx, order: OrderRow, facts: ReviewFacts): OrderAction[] {
  const standing = standingOf(ctx.actor, order, facts)
  return possibleActions(order, ctx.now, ctx.services.rules).filter((action) => grantOf(standing, action) !== undefined)
}

function summarize(ctx: Ctx, order: OrderRow, orgs: Orgs, facts: ReviewFacts): OrderSummary {
  const handler = order.assigneeOrgCode === null ? undefined : orgs.get(order.assigneeOrgCode)
  const { id, no, kind, status, communityCode, title, place, urgency, visibility, isOnBehalf, requesterName } = order
  return {
    ...{ id, no, kind, status, communityCode, title, place, urgency, visibility, isOnBehalf, requesterName },
    communityName: orgs.get(communityCode)?.name ?? communityCode,
    handler: handler ? orgRef(handler) : null,
    placedAt: formatInstant(order.placedAt),
    updatedAt: formatInstant(order.updatedAt),
    version: order.version,
    allowedActions: allowedActions(ctx, order, facts),
  }
}

/** A presenter for a page of orders; names and facts of all of them are loaded together. */
export async function summaryPresenter(
  ctx: Ctx,
  orders: readonly OrderRow[],
): Promise<(order: OrderRow) => OrderSummary> {
  const { reader } = ctx.services.db
  const facts = await loadReviewFacts(reader, ctx.actor, orders)
  const orgs = await findOrgs(
    reader,
    orders.flatMap((order) => [order.communityCode, order.assigneeOrgCode]),
  )
  return (order) => summarize(ctx, order, orgs, facts(order))
}

/** One order as this caller may see it. Throws not_found when it is none of theirs. */
export async function presentOrder(ctx: Ctx, id: string): Promise<Order> {
  const order = await findOrder(ctx.services.db.reader, id)
  if (!order || !maySee(ctx.actor, order)) throw notFound('这张单')
  return present(ctx, order)
}

/**
 * The same for whoever has just redirected it: as long as theirs is the last word on the order, they are told where it
 * went, although that took it out of their sight.
 */
export async function presentRedirected(ctx: Ctx, id: string): Promise<Order> {
  const { reader } = ctx.services.db
  const order = await findOrder(reader, id)
  const last = order && (await findEvents(reader, id)).at(-1)
  const isTheirs =
    last?.action === 'resolve-decline' && ctx.actor.memberships.some(({ id }) => id === last.membershipId)
  return order && isTheirs ? present(ctx, order) : presentOrder(ctx, id)
}

async function present(ctx: Ctx, order: OrderRow): Promise<Order> {
  const { reader } = ctx.services.db
  const personal = await findOrderPrivate(reader, order.id)
  const events = await findEvents(reader, order.id)
  const orgs = await findOrgs(reader, [
    order.communityCode,
    order.assigneeOrgCode,
    ...events.flatMap((event) => [event.actorOrgCode, event.data.toCode ?? null]),
  ])
  const facts = await loadReviewFacts(reader, ctx.actor, [order])
  const item = order.serviceItemId === null ? undefined : await findItem(reader, order.serviceItemId)
  const community = orgs.get(order.communityCode)
  const isRateable = order.status === 'fulfilled' && order.fulfilledAt !== null && order.ratedAt === null
  return {
    ...summarize(ctx, order, orgs, facts(order)),
    ...presentPersonal(ctx, personal),
    community: {
      code: order.communityCode,
      name: community?.name ?? order.communityCode,
      servicePhone: community?.servicePhone ?? null,
    },
    serviceItem: item ? { id: item.id, name: item.name } : null,
    fulfilledAt: order.fulfilledAt && formatInstant(order.fulfilledAt),
    ratingClosesAt:
      isRateable && order.fulfilledAt ? formatInstant(ratingClosesAt(order.fulfilledAt, ctx.services.rules)) : null,
    rating: presentRating(events),
    grade: presentGrade(events),
    events: await presentEvents(ctx, events, orgs, await findFilesOfOrder(reader, order.id)),
  }
}

function presentPersonal({ services: { personalData } }: Ctx, personal: OrderPrivate | undefined) {
  const open = <T extends object>(sealed: string | null | undefined, purpose: 'contact' | 'point' | 'beneficiary') =>
    sealed ? personalData.openJson<T>(sealed, purpose) : null
  const contact = open<ContactDetails>(personal?.contactSealed, 'contact')
  const beneficiary = open<Beneficiary>(personal?.beneficiarySealed, 'beneficiary')
  return {
    content: personal?.content ?? null,
    point: open<Point>(personal?.pointSealed, 'point'),
    contact: contact && {
      name: contact.name === undefined ? null : maskName(contact.name),
      phone: contact.phone === undefined ? null : maskPhone(contact.phone),
      address: contact.address === undefined ? null : maskAddress(contact.address),
    },
    onBehalfOf: beneficiary && { name: maskName(beneficiary.name), relation: beneficiary.relation },
  }
}

function presentRating(events: readonly EventWithNote[]): Order['rating'] {
  const event = events.find((candidate) => candidate.action === 'rate')
  if (event?.data.stars === undefined) return null
  const { stars, reasons = [] } = event.data
  return { stars, reasons, comment: event.note, at: formatInstant(event.at) }
}

function presentGrade(events: readonly EventWithNote[]): Order['grade'] {
  const event = events.findLast((candidate) => candidate.action === 'grade')
  if (!event?.data.scores) return null
  const { scores } = event.data
  return { scores, total: gradeTotal(scores), note: event.note, at: formatInstant(event.at) }
}

/** Notes between colleagues: for members, not for the resident. */
const isInternal = (event: EventWithNote) => event.action === 'dispatch'

async function presentEvents(
  ctx: Ctx,
  events: readonly EventWithNote[],
  orgs: Orgs,
  files: ReadonlyMap<string, FileRow[]>,
): Promise<OrderEvent[]> {
  const { db, personalData } = ctx.services
  const persons = await findPersons(db.reader, new Set(events.map((event) => event.actorId)))
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
        name: maskedName(personalData, persons.get(event.actorId)),
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
      attachments: (files.get(event.id) ?? []).map((file) => presentAttachment(ctx, file)),
    }
  })
}
