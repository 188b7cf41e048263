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
import { findVersion } from '../catalogue'
import { findFilesOfOrder, presentAttachment, type FileRow } from '../files'
import { maskedNames } from '../identity'
import { findOrgs, orgRef, type Org } from '../orgs'
import { contactGrant, grantOf, isPublic, maySee, standingOf, type OrderFacts } from './order.policy'
import { openBeneficiary, openContact, openPoint } from './order-personal'
import { loadFacts } from './order.queries'
import { findOrder, findWholeOrder, type WholeOrder } from './order.repository'
import { findEvents, type EventWithNote } from './order-event.repository'
import type { OrderPrivate, OrderRow } from './order.entity'

type Orgs = ReadonlyMap<string, Org>

/** Flow ∩ policy: what this caller may do to this order now. */
function allowedActions(ctx: Ctx, order: OrderRow, facts: OrderFacts): OrderAction[] {
  const standing = standingOf(ctx.actor, order, facts)
  return possibleActions(order, ctx.now, ctx.services.rules).filter((action) => grantOf(standing, action) !== undefined)
}

function summarize(ctx: Ctx, order: OrderRow, orgs: Orgs, facts: OrderFacts): OrderSummary {
  const handler = order.assigneeOrgCode === null ? undefined : orgs.get(order.assigneeOrgCode)
  return {
    id: order.id,
    no: order.no,
    kind: order.kind,
    status: order.status,
    communityCode: order.communityCode,
    communityName: orgs.get(order.communityCode)?.name ?? order.communityCode,
    title: order.title,
    place: order.place,
    urgency: order.urgency,
    visibility: order.visibility,
    isOnBehalf: order.isOnBehalf,
    requesterName: order.requesterName,
    isOwn: order.ownerId === ctx.actor.personId,
    isPublic: isPublic(order),
    secondCount: order.secondCount,
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
  const facts = await loadFacts(reader, ctx.actor, orders)
  const orgs = await findOrgs(
    reader,
    orders.flatMap((order) => [order.communityCode, order.assigneeOrgCode]),
  )
  return (order) => summarize(ctx, order, orgs, facts(order))
}

/** The public form of a summary: what staff approved for everyone, and nothing of a person or a place. */
export const publicSummary = (summary: OrderSummary): OrderSummary => ({
  ...summary,
  place: null,
  requesterName: null,
  handler: null,
  isOnBehalf: false,
  urgency: 'normal',
})

/** A presenter for a page of public orders. */
export async function publicSummaryPresenter(
  ctx: Ctx,
  orders: readonly OrderRow[],
): Promise<(order: OrderRow) => OrderSummary> {
  const present = await summaryPresenter(ctx, orders)
  return (order) => publicSummary(present(order))
}

/** One order as its parties see it, or its public form for others. Throws not_found when it has none. */
export async function presentOrder(ctx: Ctx, id: string): Promise<Order> {
  const whole = await findWholeOrder(ctx.services.db.reader, id)
  if (!whole) throw notFound('这个单')
  return maySee(ctx.actor, whole.order) ? present(ctx, whole) : presentPublicOrder(ctx, whole.order)
}

/**
 * The same for whoever has just redirected it: as long as theirs is the last word on the order, they are told where it
 * went, although that took it out of their sight.
 */
export async function presentRedirected(ctx: Ctx, id: string): Promise<Order> {
  const { reader } = ctx.services.db
  const whole = await findWholeOrder(reader, id)
  const last = whole && (await findEvents(reader, id)).at(-1)
  const isTheirs =
    last?.action === 'resolve-decline' && ctx.actor.memberships.some(({ id }) => id === last.membershipId)
  return whole && isTheirs ? present(ctx, whole) : presentOrder(ctx, id)
}

async function present(ctx: Ctx, { order, personal }: WholeOrder): Promise<Order> {
  const { reader } = ctx.services.db
  const events = await findEvents(reader, order.id)
  const orgs = await findOrgs(reader, [
    order.communityCode,
    order.assigneeOrgCode,
    ...events.flatMap((event) => [event.actorOrgCode, event.data.toCode ?? null]),
  ])
  const facts = await loadFacts(reader, ctx.actor, [order])
  const { serviceItemId, serviceItemVersion } = order
  const item = serviceItemId && serviceItemVersion ? await findVersion(reader, serviceItemId, serviceItemVersion) : null
  const community = orgs.get(order.communityCode)
  const isRateable = order.status === 'fulfilled' && order.fulfilledAt !== null && order.ratedAt === null
  const access = contactAccess(ctx, order, facts(order))
  return {
    ...summarize(ctx, order, orgs, facts(order)),
    ...presentPersonal(ctx, personal),
    point: gaveOrHandles(ctx, order, access) ? openPoint(ctx.services.personalData, personal) : null,
    onBehalfOf: presentBeneficiary(ctx, personal, await findConsent(ctx, events, orgs)),
    contactAccess: access,
    community: {
      code: order.communityCode,
      name: community?.name ?? order.communityCode,
      servicePhone: community?.servicePhone ?? null,
    },
    serviceItem: item ? { id: item.itemId, name: item.content.name, version: item.version } : null,
    mergedInto: await presentMergedInto(ctx, order),
    fulfilledAt: order.fulfilledAt && formatInstant(order.fulfilledAt),
    ratingClosesAt:
      isRateable && order.fulfilledAt ? formatInstant(ratingClosesAt(order.fulfilledAt, ctx.services.rules)) : null,
    rating: presentRating(events),
    grade: presentGrade(events),
    events: await presentEvents(ctx, events, orgs, await filesOf(ctx, order, events)),
  }
}

function contactAccess(ctx: Ctx, order: OrderRow, facts: OrderFacts): Order['contactAccess'] {
  const grant = contactGrant(ctx.actor, order, standingOf(ctx.actor, order, facts))
  if (!grant) return 'none'
  return grant.needsReason ? 'with_reason' : 'direct'
}

function presentPersonal({ services: { personalData } }: Ctx, personal: OrderPrivate | undefined) {
  const contact = openContact(personalData, personal)
  return {
    content: personal?.content ?? null,
    contact: contact && {
      name: contact.name === undefined ? null : maskName(contact.name),
      phone: contact.phone === undefined ? null : maskPhone(contact.phone),
      address: contact.address === undefined ? null : maskAddress(contact.address),
    },
  }
}

type Consent = NonNullable<Order['onBehalfOf']>['consent']

/** Who said, as they placed the order, that the beneficiary agreed. */
async function findConsent({ services }: Ctx, events: readonly EventWithNote[], orgs: Orgs): Promise<Consent> {
  const placing = events.find(({ action, data }) => action === 'place' && data.consent)
  if (!placing) return null
  const nameOf = await maskedNames(services, [placing.actorId])
  const org = placing.actorOrgCode === null ? undefined : orgs.get(placing.actorOrgCode)
  return { by: nameOf(placing.actorId), org: org ? orgRef(org) : null, at: formatInstant(placing.at) }
}

function presentBeneficiary(
  { services: { personalData } }: Ctx,
  personal: OrderPrivate | undefined,
  consent: Consent,
): Order['onBehalfOf'] {
  const beneficiary = openBeneficiary(personalData, personal)
  return beneficiary && { name: maskName(beneficiary.name), relation: beneficiary.relation, consent }
}

/** A precise position is for whoever gave it, and for whoever goes there. */
const gaveOrHandles = ({ actor }: Ctx, order: OrderRow, access: Order['contactAccess']): boolean =>
  access === 'direct' || order.ownerId === actor.personId || order.placedById === actor.personId

function presentRating(events: readonly EventWithNote[]): Order['rating'] {
  const event = events.find((candidate) => candidate.action === 'rate')
  if (event?.data.stars === undefined) return null
  const { stars, reasons = [] } = event.data
  const isTelephone = event.data.isTelephone === true
  return { stars, reasons, comment: event.note, isTelephone, at: formatInstant(event.at) }
}

function presentGrade(events: readonly EventWithNote[]): Order['grade'] {
  const event = events.findLast((candidate) => candidate.action === 'grade')
  if (!event?.data.scores) return null
  const { scores } = event.data
  return { scores, total: gradeTotal(scores), note: event.note, at: formatInstant(event.at) }
}

async function presentPublicOrder(ctx: Ctx, order: OrderRow): Promise<Order> {
  if (!isPublic(order)) throw notFound('这个单')
  const { reader } = ctx.services.db
  const facts = await loadFacts(reader, ctx.actor, [order])
  const orgs = await findOrgs(reader, [order.communityCode])
  const community = orgs.get(order.communityCode)
  return {
    ...publicSummary(summarize(ctx, order, orgs, facts(order))),
    content: null,
    community: {
      code: order.communityCode,
      name: community?.name ?? order.communityCode,
      servicePhone: community?.servicePhone ?? null,
    },
    serviceItem: null,
    point: null,
    contact: null,
    contactAccess: 'none',
    onBehalfOf: null,
    mergedInto: null,
    fulfilledAt: order.fulfilledAt && formatInstant(order.fulfilledAt),
    ratingClosesAt: null,
    rating: null,
    grade: null,
    events: [],
  }
}

async function presentMergedInto(ctx: Ctx, { mergedIntoId }: OrderRow): Promise<Order['mergedInto']> {
  const into = mergedIntoId === null ? undefined : await findOrder(ctx.services.db.reader, mergedIntoId)
  return into ? { id: into.id, no: into.no, status: into.status } : null
}

async function filesOf(ctx: Ctx, { id }: OrderRow, events: readonly EventWithNote[]) {
  const hasPictures = events.some((event) => event.data.pictures !== undefined)
  return hasPictures ? findFilesOfOrder(ctx.services.db.reader, id) : new Map<string, FileRow[]>()
}

/** Notes between colleagues: for members, not for the resident. */
const isInternal = (event: EventWithNote) => event.action === 'dispatch'

async function presentEvents(
  ctx: Ctx,
  events: readonly EventWithNote[],
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
      attachments: (files.get(event.id) ?? []).map((file) => presentAttachment(ctx, file)),
    }
  })
}
