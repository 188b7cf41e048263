import type { Order, OrderSummary } from '@xinban/shared/contracts'
import {
  complexRefusal,
  disputableStatuses,
  disputeClosesAt,
  formatInstant,
  maskAddress,
  maskName,
  maskPhone,
  mostPartners,
  possibleActions,
  ratingClosesAt,
  type OrderAction,
  type OrderStatus,
  windowsOf,
} from '@xinban/shared/domain'
import type { Ctx, PublicCtx } from '../../context'
import { notFound, notSignedIn } from '../../errors'
import { findVersion } from '../catalogue'
import { findFilesOfOrder, type FileRow } from '../files'
import { findOrgs, orgRef, type Org } from '../orgs'
import { canClaim, findUnits, type UnitRow } from '../units'
import { complexCandidate } from './clocks/clock-limits'
import { findClocks } from './clocks/clockwork'
import { orgsOfClocks, presentClocks, presentReviewDates, presentTime, untimed } from './clocks/clock.presenter'
import { clockRules, type ClockRules } from '../calendar'
import { clockRulesOfAll } from './clocks/clock-rules-of-all'
import { justPlaced, type ShownOrder } from './just-placed'
import { mayPropose } from './exclusions/exclusion.policy'
import { contactGrant, grantOf, isOnWall, isOwner, isPublic, maySee, standingOf, type OrderFacts } from './order.policy'
import { openBeneficiary, openContact, openPoint } from './order-personal'
import { loadFacts } from './order.queries'
import { findOrder, findWholeOrder, type WholeOrder } from './order.repository'
import { findEvents, type EventWithNote } from './order-event.repository'
import {
  findConsent,
  presentComplexity,
  presentDefaultReview,
  presentEvents,
  presentExtension,
  presentGrade,
  presentRating,
  type Consent,
} from './order-history.presenter'
import type { OrderPrivate, OrderRow } from './order.entity'
import { asAnyone, isNobody } from './wishes/nobody'
import { mayThank } from './wishes/thanks.queries'
import { presentWish, publicWish } from './wishes/wish.presenter'

type Orgs = ReadonlyMap<string, Org>

/** Beside what the policy asks: the registered units for which the caller might claim. */
interface ShownFacts extends OrderFacts {
  readonly units: readonly UnitRow[]
}

/** For all of the orders together: one query more for staff of units, where something waits to be claimed. */
async function loadShownFacts(
  { services, actor }: Ctx,
  orders: readonly OrderRow[],
): Promise<(order: OrderRow) => ShownFacts> {
  const { reader } = services.db
  const facts = await loadFacts(reader, actor, orders)
  const own = actor.memberships.filter(({ role }) => role === 'unit_staff').map(({ orgCode }) => orgCode)
  const units = orders.some(({ status }) => status === 'listed') ? await findUnits(reader, own) : []
  return (order) => ({ ...facts(order), units })
}

/** What the command would refuse although flow and policy let it: nobody is offered what cannot be done. */
function isInVain(action: OrderAction, order: OrderRow, { units }: ShownFacts, { limits }: ClockRules): boolean {
  if (action === 'claim') return !units.some((unit) => canClaim(unit, order, limits.openClaims))
  return action === 'invite-unit' && (order.partners ?? []).length >= mostPartners
}

/** Flow ∩ policy: what this caller may do to this order now. */
function allowedActions(ctx: Ctx, order: OrderRow, facts: ShownFacts, rules: ClockRules): OrderAction[] {
  if (isNobody(ctx.actor)) return []
  const standing = standingOf(ctx.actor, order, facts)
  const possible = possibleActions(order, ctx.now, windowsOf(order.windows, rules.limits))
  return possible.filter((action) => grantOf(standing, action) !== undefined && !isInVain(action, order, facts, rules))
}

function summarize(ctx: Ctx, order: OrderRow, orgs: Orgs, facts: ShownFacts, rules: ClockRules): OrderSummary {
  const handler = order.assigneeOrgCode === null ? undefined : orgs.get(order.assigneeOrgCode)
  const ownerOrg = order.ownerOrgCode === null ? undefined : orgs.get(order.ownerOrgCode)
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
    isOwn: isOwner(ctx.actor, order),
    isPublic: isPublic(order),
    secondCount: order.secondCount,
    handler: handler ? orgRef(handler) : null,
    placedAt: formatInstant(order.placedAt),
    updatedAt: formatInstant(order.updatedAt),
    ...presentTime(ctx, order, rules),
    wish: presentWish(ctx, order),
    ownerOrg: ownerOrg ? orgRef(ownerOrg) : null,
    version: order.version,
    allowedActions: allowedActions(ctx, order, facts, rules),
  }
}

/** A presenter for a page of orders; names and facts of all of them are loaded together. */
export async function summaryPresenter(
  ctx: Ctx,
  orders: readonly OrderRow[],
): Promise<(order: OrderRow) => OrderSummary> {
  const { reader } = ctx.services.db
  const facts = await loadShownFacts(ctx, orders)
  const orgs = await findOrgs(
    reader,
    orders.flatMap((order) => [order.communityCode, order.assigneeOrgCode, order.ownerOrgCode]),
  )
  const rulesOf = await clockRulesOfAll(reader, orders)
  return (order) => summarize(ctx, order, orgs, facts(order), rulesOf(order))
}

/** The public form of a summary: what staff approved for everyone, and nothing of a person or a place. */
export const publicSummary = (summary: OrderSummary): OrderSummary => ({
  ...summary,
  ...publicWish(summary),
  place: null,
  requesterName: null,
  handler: null,
  isOnBehalf: false,
  urgency: 'normal',
  ...untimed,
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
  return maySee(ctx.actor, whole.order)
    ? present(ctx, await readAround(ctx, whole))
    : presentPublicOrder(ctx, whole.order)
}

/** The same for whoever has just placed it: nothing of what was written is read back. */
export function presentPlaced(ctx: Ctx, id: string): Promise<Order> {
  const placed = justPlaced(ctx, id)
  return placed && maySee(ctx.actor, placed.order) ? present(ctx, placed) : presentOrder(ctx, id)
}

/** The same for whoever asks: without signing in what is on the wall, and not a word of anything else. */
export async function presentToAnyone(ctx: PublicCtx, id: string): Promise<Order> {
  if (ctx.actor !== null) return presentOrder({ ...ctx, actor: ctx.actor }, id)
  const order = await findOrder(ctx.services.db.reader, id)
  if (!order || !isOnWall(order)) throw notSignedIn()
  return presentPublicOrder(asAnyone(ctx), order)
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
  return whole && isTheirs ? present(ctx, await readAround(ctx, whole)) : presentOrder(ctx, id)
}

async function readAround(ctx: Ctx, whole: WholeOrder): Promise<ShownOrder> {
  const { reader } = ctx.services.db
  const { id, districtCode } = whole.order
  const events = await findEvents(reader, id)
  const clocks = await findClocks(reader, id)
  return { ...whole, events, clocks, rules: await clockRules(reader, districtCode) }
}

async function present(ctx: Ctx, { order, personal, events, clocks, rules }: ShownOrder): Promise<Order> {
  const { reader } = ctx.services.db
  const orgs = await findOrgs(reader, [
    order.communityCode,
    order.assigneeOrgCode,
    order.ownerOrgCode,
    ...events.flatMap((event) => [event.actorOrgCode, event.data.toCode ?? null]),
    ...orgsOfClocks(clocks),
  ])
  const facts = await loadShownFacts(ctx, [order])
  const { serviceItemId, serviceItemVersion } = order
  const item = serviceItemId && serviceItemVersion ? await findVersion(reader, serviceItemId, serviceItemVersion) : null
  const community = orgs.get(order.communityCode)
  const access = contactAccess(ctx, order, facts(order))
  const summary = summarize(ctx, order, orgs, facts(order), rules)
  return {
    ...summary,
    ...presentPersonal(ctx, personal),
    point: gaveOrHandles(ctx, order, access) ? openPoint(ctx.services.personalData, personal) : null,
    onBehalfOf: presentBeneficiary(ctx, personal, await findConsent(ctx, events, orgs)),
    contactAccess: access,
    community: {
      code: order.communityCode,
      name: community?.name ?? order.communityCode,
      servicePhone: community?.servicePhone ?? null,
    },
    serviceItem: item ? presentItem(item) : null,
    mergedInto: await presentMergedInto(ctx, order),
    fulfilledAt: order.fulfilledAt && formatInstant(order.fulfilledAt),
    ...presentWindows(order, rules),
    rating: presentRating(events),
    followUpRating: presentRating(events, 'follow-up-rating'),
    defaultReview: presentDefaultReview(order, events),
    badReviewDates: presentReviewDates(order, summary, rules),
    mayProposeExclusion: mayPropose(ctx.actor, order),
    mayThank: await mayThank(reader, ctx.actor, order),
    extension: presentExtension(events),
    complexity: presentComplexity(events),
    complexDays: complexDays(ctx, order, summary, rules),
    clocks: presentClocks(ctx, clocks, orgs),
    grade: presentGrade(events),
    events: await presentEvents(ctx, events, orgs, await filesOf(ctx, order, events)),
  }
}

/** Until when its owner may rate, and say that it is not done. */
function presentWindows(
  { status, fulfilledAt, windows, ratedAt, disputedAt }: OrderRow,
  { limits }: ClockRules,
): Pick<Order, 'ratingClosesAt' | 'disputeClosesAt'> {
  const rules = windowsOf(windows, limits)
  const isDone = (disputableStatuses as readonly OrderStatus[]).includes(status)
  const isRateable = status === 'fulfilled' && ratedAt === null
  return {
    ratingClosesAt: isRateable && fulfilledAt ? formatInstant(ratingClosesAt(fulfilledAt, rules)) : null,
    disputeClosesAt:
      isDone && fulfilledAt && disputedAt === null ? formatInstant(disputeClosesAt(fulfilledAt, rules)) : null,
  }
}

/** How many working days whoever accepts it as a complex one would have. */
function complexDays(
  ctx: Ctx,
  order: OrderRow,
  { allowedActions }: OrderSummary,
  { limits }: ClockRules,
): number | null {
  const isOffered = allowedActions.includes('accept') && complexRefusal(complexCandidate(order), ctx.now) === null
  return isOffered ? limits.fulfilComplex.value : null
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
  access === 'direct' || isOwner(actor, order) || order.placedById === actor.personId

async function presentPublicOrder(ctx: Ctx, order: OrderRow): Promise<Order> {
  if (!isPublic(order) && !isOnWall(order)) throw notFound('这个单')
  const { reader } = ctx.services.db
  const facts = await loadShownFacts(ctx, [order])
  const orgs = await findOrgs(reader, [order.communityCode, order.ownerOrgCode])
  const rules = await clockRules(reader, order.districtCode)
  const community = orgs.get(order.communityCode)
  return {
    ...publicSummary(summarize(ctx, order, orgs, facts(order), rules)),
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
    disputeClosesAt: null,
    rating: null,
    followUpRating: null,
    defaultReview: null,
    badReviewDates: null,
    mayProposeExclusion: false,
    mayThank: false,
    extension: null,
    complexity: null,
    complexDays: null,
    clocks: [],
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

const presentItem = ({
  itemId,
  version,
  content,
}: NonNullable<Awaited<ReturnType<typeof findVersion>>>): NonNullable<Order['serviceItem']> => ({
  ...{ id: itemId, name: content.name, version, isAffair: content.guide.basis.length > 0 },
})
