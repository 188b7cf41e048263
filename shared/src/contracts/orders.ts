import * as z from 'zod/mini'
import { roles } from '../domain/identity/roles'
import { declineDecisions, declineReasons, orderActions, orderKinds, orderStatuses } from '../domain/orders/order-flow'
import { CommunityCode, Id, Instant, OrgRef, PageQuery, optionalText, page } from './common'
import { Attachment } from './files'
import {
  urgencies,
  visibilities,
  PlaceOrder,
  DeclineOrder,
  ResolveDecline,
  DispatchOrder,
  ProgressOrder,
  FulfilOrder,
  WithdrawOrder,
  Stars,
  RateOrder,
  Scores,
  GradeOrder,
  ReworkOrder,
  MergeOrder,
  UnmergeOrder,
} from './order-bodies'

const summaryFields = {
  id: Id,
  /** For people to read out: date and six digits. */
  no: z.string(),
  kind: z.enum(orderKinds),
  status: z.enum(orderStatuses),
  communityCode: CommunityCode,
  communityName: z.string(),
  title: z.string(),
  place: z.nullable(z.string()),
  urgency: z.enum(urgencies),
  visibility: z.enum(visibilities),
  /** Approved by staff: everyone may see title, kind, community and status. */
  isPublic: z.boolean(),
  /** How many others need the same. */
  secondCount: z.int(),
  isOnBehalf: z.boolean(),
  /** The caller owns it; false for whoever placed it for someone else, and for staff. */
  isOwn: z.boolean(),
  /** Whose order it is, masked. */
  requesterName: z.nullable(z.string()),
  /** Who has it now, when it was dispatched. */
  handler: z.nullable(OrgRef),
  placedAt: Instant,
  updatedAt: Instant,
  version: z.int(),
  allowedActions: z.array(z.enum(orderActions)),
}
export const OrderSummary = z.strictObject(summaryFields)
export type OrderSummary = z.infer<typeof OrderSummary>

export const OrderEvent = z.strictObject({
  id: Id,
  action: z.enum(['place', ...orderActions]),
  actor: z.strictObject({
    name: z.nullable(z.string()),
    /** The role that was used; null for a resident. */
    role: z.nullable(z.enum(roles)),
    org: z.nullable(OrgRef),
  }),
  at: Instant,
  fromStatus: z.nullable(z.enum(orderStatuses)),
  toStatus: z.enum(orderStatuses),
  note: z.nullable(z.string()),
  /** Made by an import, not by a person at that moment; left out of response rates. */
  isSynthetic: z.boolean(),
  /** Codes that belong to the action, such as the reason of a decline or where it was dispatched. */
  reason: z.optional(z.enum(declineReasons)),
  decision: z.optional(z.enum(declineDecisions)),
  to: z.optional(OrgRef),
  attachments: z.array(Attachment),
})
export type OrderEvent = z.infer<typeof OrderEvent>

const OrderPoint = z.strictObject({ lat: z.number(), lng: z.number() })

export const Order = z.strictObject({
  ...summaryFields,
  content: z.nullable(z.string()),
  community: z.strictObject({ code: CommunityCode, name: z.string(), servicePhone: z.nullable(z.string()) }),
  /** The item as it was when the order was placed; its guide at `version` stays readable. */
  serviceItem: z.nullable(z.strictObject({ id: Id, name: z.string(), version: z.int() })),
  /** For whoever gave it and the present handler of an open order; others see it with the contact, or not at all. */
  point: z.nullable(OrderPoint),
  /** Masked. */
  contact: z.nullable(
    z.strictObject({
      name: z.nullable(z.string()),
      phone: z.nullable(z.string()),
      address: z.nullable(z.string()),
    }),
  ),
  /** Whether the caller may see the contact unmasked: by one tap, with a written reason, or not at all. */
  contactAccess: z.enum(['direct', 'with_reason', 'none']),
  onBehalfOf: z.nullable(
    z.strictObject({
      name: z.string(),
      relation: z.string(),
      /** That they agreed: who said so, and when. */
      consent: z.nullable(z.strictObject({ by: z.nullable(z.string()), org: z.nullable(OrgRef), at: Instant })),
    }),
  ),
  /** The order that goes on in its place. */
  mergedInto: z.nullable(z.strictObject({ id: Id, no: z.string(), status: z.enum(orderStatuses) })),
  fulfilledAt: z.nullable(Instant),
  /** Until when the owner may rate; null unless it is fulfilled and unrated. */
  ratingClosesAt: z.nullable(Instant),
  rating: z.nullable(
    z.strictObject({
      stars: Stars,
      reasons: z.array(z.int()),
      comment: z.nullable(z.string()),
      /** Asked on the telephone by the street, for someone without an account. */
      isTelephone: z.boolean(),
      at: Instant,
    }),
  ),
  grade: z.nullable(z.strictObject({ scores: Scores, total: z.int(), note: z.nullable(z.string()), at: Instant })),
  events: z.array(OrderEvent),
})
export type Order = z.infer<typeof Order>

const ViewContact = z.strictObject({ reason: optionalText(200) })
export type ViewContact = z.infer<typeof ViewContact>
/** Unmasked; whoever asks for it is recorded. */
export const OrderContact = z.strictObject({
  name: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  address: z.nullable(z.string()),
  point: z.nullable(OrderPoint),
  onBehalfOf: z.nullable(z.strictObject({ name: z.string(), phone: z.nullable(z.string()), relation: z.string() })),
})
export type OrderContact = z.infer<typeof OrderContact>

export const ContactView = z.strictObject({
  id: Id,
  at: Instant,
  viewer: z.strictObject({ name: z.nullable(z.string()), role: z.enum(roles), org: z.nullable(OrgRef) }),
  order: z.strictObject({ id: Id, no: z.string(), communityCode: CommunityCode }),
  /** Null when the present handler looked, who needs none. */
  reason: z.nullable(z.string()),
})
export type ContactView = z.infer<typeof ContactView>

/** Either what someone is typing, in a community, or an order that staff have at hand. */
const SimilarQuery = z
  .strictObject({
    communityCode: z.optional(CommunityCode),
    title: optionalText(80),
    content: optionalText(1000),
    place: optionalText(100),
    orderId: z.optional(Id),
  })
  .check(
    z.refine((query) => query.orderId !== undefined || (query.communityCode !== undefined && Boolean(query.title)), {
      path: ['title'],
      error: '请给出社区和标题，或者一个单',
    }),
  )

export const OrderCounts = z.strictObject({
  counts: z.partialRecord(z.enum(orderStatuses), z.int()),
})
export type OrderCounts = z.infer<typeof OrderCounts>

/** Several statuses in one query value: `status=submitted,accepted`. */
const Statuses = z.pipe(
  z.pipe(
    z.string(),
    z.transform((value) => value.split(',').filter((part) => part !== '')),
  ),
  z.array(z.enum(orderStatuses)).check(z.maxLength(orderStatuses.length)),
)

const params = z.strictObject({ id: Id })
const transitionErrors = [
  'forbidden',
  'not_found',
  'wrong_state',
  'lost_race',
  'version_mismatch',
  'idempotency_key_reused',
] as const
const action = <Body extends z.ZodMiniType>(summary: string, body: Body) =>
  ({
    summary,
    auth: 'person',
    params,
    body,
    status: 200,
    response: Order,
    errors: transitionErrors,
    isIdempotent: true,
    takesVersion: true,
  }) as const

/** What the home page shows at first sight. */
const Home = z.strictObject({
  /** What I am called, in the clear: it is mine, and nobody is greeted with asterisks. */
  name: z.nullable(z.string()),
  /** My open orders, newest first. */
  mine: page(OrderSummary),
  /** The newest public orders of my community; null while I have chosen none. */
  neighbours: z.nullable(z.array(OrderSummary)),
  /** What waits in the queue of the membership that was asked for; null when none was. */
  counts: z.nullable(OrderCounts.shape.counts),
})
export type Home = z.infer<typeof Home>

export const orderContracts = {
  'home.show': {
    summary: 'What the home page shows: my open orders, the newest of my community, what waits in my queue',
    auth: 'person',
    query: z.strictObject({ membershipId: z.optional(Id) }),
    status: 200,
    response: Home,
    errors: ['forbidden'],
  },
  'orders.list': {
    summary: 'My orders, the queue of one of my memberships, or the public orders of a community',
    auth: 'person',
    query: z.strictObject({
      ...PageQuery,
      view: z._default(z.enum(['mine', 'queue', 'public']), 'mine'),
      status: z.optional(Statuses),
      kind: z.optional(z.enum(orderKinds)),
      /** Needed for `public`. */
      communityCode: z.optional(CommunityCode),
      q: optionalText(50),
      sort: z._default(z.enum(['newest', 'oldest']), 'newest'),
      /** Whose queue; the first membership when it is absent. */
      membershipId: z.optional(Id),
    }),
    status: 200,
    response: page(OrderSummary),
    errors: ['malformed_request', 'forbidden'],
  },
  'orders.counts': {
    summary: 'Open orders of a queue by status',
    auth: 'person',
    query: z.strictObject({ membershipId: z.optional(Id) }),
    status: 200,
    response: OrderCounts,
    errors: ['forbidden'],
  },
  'orders.similar': {
    summary:
      'Open orders that say the same in the same place: public ones and my own; for staff, those of their territory',
    auth: 'person',
    query: SimilarQuery,
    status: 200,
    response: z.strictObject({
      items: z.array(
        z.strictObject({
          order: OrderSummary,
          score: z.number().check(z.gte(0), z.lte(1)),
          /** The caller's own, or placed by them for someone else. */
          isMine: z.boolean(),
        }),
      ),
    }),
    errors: ['not_found'],
  },
  'orders.place': {
    summary: 'Place an order, for oneself or on behalf of someone',
    auth: 'person',
    body: PlaceOrder,
    status: 201,
    response: Order,
    errors: ['consent_needed', 'forbidden', 'idempotency_key_reused'],
    isIdempotent: true,
  },
  'orders.show': {
    summary: 'One order with its events',
    auth: 'person',
    params,
    status: 200,
    response: Order,
    errors: ['not_found'],
  },
  'orders.view-contact': {
    summary: 'See name, phone and address of an order; the look is recorded',
    auth: 'person',
    params,
    body: ViewContact,
    status: 200,
    response: OrderContact,
    errors: ['forbidden', 'not_found'],
  },
  'contact-views.list': {
    summary: 'Who looked at whose contact, for the auditor',
    auth: 'person',
    query: z.strictObject({ ...PageQuery, membershipId: z.optional(Id) }),
    status: 200,
    response: page(ContactView),
    errors: ['malformed_request', 'forbidden'],
  },
  'orders.accept': action('The community accepts', z.strictObject({})),
  'orders.decline': action('The community declines, with a reason', DeclineOrder),
  'orders.resolve-decline': action('The street decides a decline', ResolveDecline),
  'orders.dispatch': action('The community hands it to a grid, a unit or a member', DispatchOrder),
  'orders.progress': action('The handler reports progress', ProgressOrder),
  'orders.fulfil': action('The handler reports it done', FulfilOrder),
  'orders.withdraw': action('The owner withdraws', WithdrawOrder),
  'orders.rate': action('The owner rates, or the street writes down a telephone rating', RateOrder),
  'orders.grade': action('The street grades the fulfilment', GradeOrder),
  'orders.rework': action('The street sends it back', ReworkOrder),
  'orders.approve': action('Staff let everyone see its title and community', z.strictObject({})),
  'orders.second': {
    ...action('Someone else needs the same', z.strictObject({})),
    errors: [...transitionErrors, 'already_exists'],
  },
  'orders.merge': action('Staff let another order go on in its place', MergeOrder),
  'orders.unmerge': action('Staff undo a merge', UnmergeOrder),
} as const
