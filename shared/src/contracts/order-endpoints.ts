import * as z from 'zod/mini'
import { orderKinds, orderStatuses } from '../domain/orders/order-flow'
import { orderTasks } from '../domain/orders/order-tasks'
import { wallStates, wishCategories } from '../domain/wishes/wish-rules'
import { CommunityCode, Id, OrgCode, PageQuery, optionalText, page } from './common'
import {
  AcceptOrder,
  ApproveOrder,
  CallbackOrder,
  ClaimOrder,
  DeclineOrder,
  DispatchOrder,
  DisputeOrder,
  FirstContact,
  FulfilOrder,
  GradeOrder,
  InviteUnit,
  MergeOrder,
  OfferToUnits,
  PlaceOrder,
  ProgressOrder,
  RateOrder,
  RectifyOrder,
  ReleaseOrder,
  RequestExtension,
  ResolveDecline,
  ResolveDispute,
  ResolveEscalation,
  ResolveExtension,
  ReworkOrder,
  UnlistOrder,
  UnmergeOrder,
  UrgeOrder,
  WithdrawOrder,
  urgencies,
} from './order-bodies'
import { DispatchTargets, OrderCounts } from './order-desk'
import { ContactView, Home, Order, OrderContact, OrderSummary, ViewContact } from './orders'
import { CallVolunteers } from './shifts'

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
    summary:
      'My orders, the queue of one of my memberships, the public orders of a community, or the wall of wishes, which needs no sign-in',
    auth: 'public',
    isPrivate: true,
    query: z.strictObject({
      ...PageQuery,
      view: z._default(z.enum(['mine', 'queue', 'public', 'wishes']), 'mine'),
      status: z.optional(Statuses),
      kind: z.optional(z.enum(orderKinds)),
      /** Needed for `public`. */
      communityCode: z.optional(CommunityCode),
      q: optionalText(50),
      /** Not for `public`, as the order by urgency. */
      urgency: z.optional(z.enum(urgencies)),
      /**
       * `urgent`: urgent ones first, and the oldest first inside each. `due`, for `queue` alone: what the org of the
       * membership answers for by a running clock, the one that is due first (or longest overdue) first.
       */
      sort: z._default(z.enum(['newest', 'oldest', 'urgent', 'due']), 'newest'),
      /** Only for `queue` and `sort=due`: what waits for its org beside the ordinary way of an order. */
      task: z.optional(z.enum(orderTasks)),
      /** Whose queue; the first membership when it is absent. */
      membershipId: z.optional(Id),
      /** For `wishes` alone, as the next two. The wall has an order of its own: the longest waiting first. */
      category: z.optional(z.enum(wishCategories)),
      state: z._default(z.enum(wallStates), 'open'),
      /** The district that visitors see first when it is absent. */
      districtCode: z.optional(OrgCode),
    }),
    status: 200,
    response: page(OrderSummary),
    errors: ['malformed_request', 'not_signed_in', 'forbidden'],
  },
  'orders.counts': {
    summary: 'Open orders of a queue by status, how many are overdue or soon will be, and what else waits',
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
    summary: 'One order with its events; what is on the wall has a public form that needs no sign-in',
    auth: 'public',
    isPrivate: true,
    params,
    status: 200,
    response: Order,
    errors: ['not_signed_in', 'not_found'],
  },
  'orders.targets': {
    summary: 'To whom an order can be dispatched, with what lies with each now; all at once, as a community has dozens',
    auth: 'person',
    params,
    status: 200,
    response: DispatchTargets,
    errors: ['forbidden', 'not_found'],
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
  'orders.accept': action('The community accepts, or accepts as a complex one, with the reason', AcceptOrder),
  'orders.decline': action('The community declines, with a reason', DeclineOrder),
  'orders.resolve-decline': action('The street decides a decline', ResolveDecline),
  'orders.dispatch': action('The community hands it to a grid, a unit or a member', DispatchOrder),
  'orders.progress': action('The handler reports progress', ProgressOrder),
  'orders.fulfil': action('The handler reports it done', FulfilOrder),
  'orders.withdraw': action('The owner withdraws', WithdrawOrder),
  'orders.rate': action('The owner rates, or the street writes down a telephone rating', RateOrder),
  'orders.grade': action('The street grades the fulfilment', GradeOrder),
  'orders.rework': action('The street sends it back', ReworkOrder),
  'orders.approve': action('Staff let everyone see its title and community; a wish comes onto the wall', ApproveOrder),
  'orders.offer-to-units': action('The community asks units to do what it cannot', OfferToUnits),
  'orders.unlist': action('The street keeps it off the wall, or takes it down', UnlistOrder),
  'orders.claim': action('A unit takes it from the wall; one wins', ClaimOrder),
  'orders.first-contact': action('The unit spoke with whoever asked', FirstContact),
  'orders.invite-unit': {
    ...action('The unit that claimed it asks another one to join in', InviteUnit),
    errors: [...transitionErrors, 'already_exists'],
  },
  'orders.call-volunteers': action('The unit that claimed it calls its volunteers for a date', CallVolunteers),
  'orders.join': action('A unit that was asked joins in', z.strictObject({})),
  'orders.release': action('The unit gives it back to the wall', ReleaseOrder),
  'orders.second': {
    ...action('Someone else needs the same', z.strictObject({})),
    errors: ['forbidden', 'not_found', 'wrong_state', 'already_exists', 'idempotency_key_reused'],
    // No step of the order: it leaves the version as it is, and asks for none.
    takesVersion: false,
  },
  'orders.merge': action('Staff let another order go on in its place', MergeOrder),
  'orders.unmerge': action('Staff undo a merge', UnmergeOrder),
  'orders.callback': action('The street calls back after a bad rating', CallbackOrder),
  'orders.rectify': action('The handler puts right what a bad rating complained of', RectifyOrder),
  'orders.follow-up-rating': action('The owner rates what was put right', RateOrder),
  'orders.request-extension': action('The community asks for more time, once, before the deadline', RequestExtension),
  'orders.resolve-extension': action('The street grants more time or refuses it', ResolveExtension),
  'orders.urge': action('The owner urges, once a day', UrgeOrder),
  'orders.dispute': action(
    'The owner says that it was not done, within the window that the district set, once',
    DisputeOrder,
  ),
  'orders.resolve-dispute': action('The street decides a dispute', ResolveDispute),
  'orders.resolve-escalation': action('The district decides what was sent back too often', ResolveEscalation),
} as const
