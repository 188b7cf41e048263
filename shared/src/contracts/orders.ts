import * as z from 'zod/mini'
import { roles } from '../domain/identity/roles'
import {
  declineDecisions,
  declineReasons,
  orderActions,
  orderKinds,
  orderStatuses,
  type DeclineReason,
} from '../domain/orders/order-flow'
import { declineReasonWords } from '../domain/orders/order-words'
import { gradeParts } from '../domain/ratings/grade'
import { CommunityCode, Id, Instant, OrgCode, OrgRef, PageQuery, Phone, optionalText, page, text } from './common'
import { Attachment, AttachmentIds } from './files'

/** GCJ-02, as WeChat gives it. */
const Point = {
  lat: z.number().check(z.gte(-90), z.lte(90)),
  lng: z.number().check(z.gte(-180), z.lte(180)),
}
/** Where the thing is. `place` in words, for whoever goes there. */
const Location = z
  .strictObject({ place: optionalText(100), lat: z.optional(Point.lat), lng: z.optional(Point.lng) })
  .check(
    z.refine(({ lat, lng }) => (lat === undefined) === (lng === undefined), {
      path: ['lng'],
      error: '纬度和经度要一起填写',
    }),
  )
const Contact = z.strictObject({ name: z.optional(text(40)), phone: z.optional(Phone), address: optionalText(200) })
/**
 * Whoever places on behalf of someone states that this person agreed, which the placing event records; `consent` says
 * it in so many words, and nothing but true is taken.
 */
const OnBehalfOf = z.strictObject({
  name: text(40),
  phone: z.optional(Phone),
  relation: text(20),
  consent: z.optional(z.literal(true, { error: '请先征得本人同意，再替本人点单' })),
})

export const urgencies = ['normal', 'urgent'] as const
export const visibilities = ['private', 'public'] as const

export const PlaceOrder = z.strictObject({
  kind: z.enum(orderKinds),
  communityCode: CommunityCode,
  serviceItemId: z.optional(Id),
  title: text(80),
  content: text(5000),
  location: z.optional(Location),
  contact: z.optional(Contact),
  onBehalfOf: z.optional(OnBehalfOf),
  attachments: z.optional(AttachmentIds),
  urgency: z._default(z.enum(urgencies), 'normal'),
  visibility: z._default(z.enum(visibilities), 'private'),
})
export type PlaceOrder = z.output<typeof PlaceOrder>
export type PlaceOrderInput = z.input<typeof PlaceOrder>

const reasonByWord = new Map(Object.entries(declineReasonWords).map(([code, word]) => [word, code as DeclineReason]))
/** The code, or the word that officials know it by. */
const DeclineReasonInput = z.pipe(
  z.pipe(
    z.string(),
    z.transform((value) => reasonByWord.get(value) ?? value),
  ),
  z.enum(declineReasons),
)

const note = text(2000)
/** Replies to residents can be long: real ones reach 7,879 characters. */
const reply = text(10000)

export const DeclineOrder = z.strictObject({ reason: DeclineReasonInput, note })
export const ResolveDecline = z.strictObject({
  decision: z.enum(declineDecisions),
  toCode: z.optional(CommunityCode),
  note,
})
export const DispatchOrder = z
  .strictObject({ toCode: z.optional(OrgCode), memberId: z.optional(Id), note: optionalText(2000) })
  .check(
    z.refine((body) => (body.toCode === undefined) !== (body.memberId === undefined), {
      path: ['toCode'],
      error: '请选择派给哪个网格、单位，或者哪位成员（二选一）',
    }),
  )
const Report = z.strictObject({ note: reply, attachments: z.optional(AttachmentIds) })
export const ProgressOrder = Report
export const FulfilOrder = Report
export const WithdrawOrder = z.strictObject({ note: optionalText(2000) })
const Stars = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
export const RateOrder = z.strictObject({
  stars: Stars,
  reasons: z._default(z.array(z.int()).check(z.maxLength(10)), []),
  comment: optionalText(1000),
})
const part = (max: number) => z.int().check(z.gte(0), z.lte(max))
const Scores = z.strictObject({
  timeliness: part(gradeParts.timeliness),
  quality: part(gradeParts.quality),
  evidence: part(gradeParts.evidence),
  communication: part(gradeParts.communication),
})
export const GradeOrder = z.strictObject({ scores: Scores, note: optionalText(2000) })
export const ReworkOrder = z.strictObject({ note })

const MergeOrder = z.strictObject({ intoId: Id, note: optionalText(2000) })
const UnmergeOrder = z.strictObject({ note: optionalText(2000) })

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
    errors: ['forbidden', 'idempotency_key_reused'],
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
