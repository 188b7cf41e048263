import * as z from 'zod/mini'
import { roles } from '../domain/identity/roles'
import {
  declineDecisions,
  declineReasons,
  disputeDecisions,
  escalationDecisions,
  extensionDecisions,
  orderActions,
  orderKinds,
  orderStatuses,
} from '../domain/orders/order-flow'
import { TenThings } from './board'
import { wallStates, wishCategories } from '../domain/wishes/wish-rules'
import { CommunityCode, Id, Instant, OrgRef, optionalText, page } from './common'
import { Attachment } from './files'
import { UnreadCount } from './notices'
import { urgencies, visibilities, Scores, Stars } from './order-bodies'
import { BadReviewStage, OrderClock, OrderDue } from './order-clocks'
import { CountsByStatus } from './order-desk'

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
  /** The department whose task it is; null for what residents ask. Public: a department is no person. */
  ownerOrg: z.nullable(OrgRef),
  /** Null where no clock runs, and in the public form. */
  due: z.nullable(OrderDue),
  /** By when the resident was promised that it is done; null when that is over or was never said. */
  promisedAt: z.nullable(Instant),
  /** Null where no bad rating started one. */
  badReview: z.nullable(BadReviewStage),
  /** Its owner said that it was not done, and nobody decided yet. */
  isDisputed: z.boolean(),
  /** Sent back too often: the district decides. */
  isEscalated: z.boolean(),
  /** How often its owner urged. */
  urgeCount: z.int(),
  /** What everyone may read of it on the wall; null for what never came there nor waits to. */
  wish: z.nullable(
    z.strictObject({
      /** Null while nobody has said. */
      title: z.nullable(z.string()),
      category: z.nullable(z.enum(wishCategories)),
      /** `waiting` for the street's word; null when the street kept it off the wall. */
      state: z.nullable(z.enum(['waiting', ...wallStates])),
      /** Whole days since it first came onto the wall. */
      days: z.nullable(z.int()),
      /** It came back and goes before others. */
      isPriority: z.boolean(),
    }),
  ),
  version: z.int(),
  allowedActions: z.array(z.enum(orderActions)),
}
export const OrderSummary = z.strictObject(summaryFields)
export type OrderSummary = z.infer<typeof OrderSummary>

export const OrderEvent = z.strictObject({
  id: Id,
  action: z.enum(['place', 'default-review', ...orderActions]),
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
  decision: z.optional(
    z.enum([...declineDecisions, ...extensionDecisions, ...disputeDecisions, ...escalationDecisions]),
  ),
  /** Working days of an extension that was asked for or granted, or that a complex order has. */
  days: z.optional(z.int()),
  /** It was accepted as a complex one. */
  isComplex: z.optional(z.boolean()),
  /** Of a callback: whether the resident answered. */
  isReached: z.optional(z.boolean()),
  /** Of a follow-up rating or a default review. */
  stars: z.optional(Stars),
  /** It was the one decline or rework too many. */
  isEscalated: z.optional(z.boolean()),
  to: z.optional(OrgRef),
  attachments: z.array(Attachment),
})
export type OrderEvent = z.infer<typeof OrderEvent>

const OrderPoint = z.strictObject({ lat: z.number(), lng: z.number() })

const Rating = z.strictObject({
  stars: Stars,
  reasons: z.array(z.int()),
  comment: z.nullable(z.string()),
  /** Asked on the telephone by the street, for someone without an account. */
  isTelephone: z.boolean(),
  at: Instant,
})

export const Order = z.strictObject({
  ...summaryFields,
  content: z.nullable(z.string()),
  community: z.strictObject({ code: CommunityCode, name: z.string(), servicePhone: z.nullable(z.string()) }),
  /**
   * The item as it was when the order was placed; its guide at `version` stays readable. An affair (政务服务) rests on law:
   * its guide names what on.
   */
  serviceItem: z.nullable(z.strictObject({ id: Id, name: z.string(), version: z.int(), isAffair: z.boolean() })),
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
  /** Until when the owner may say that it is not done; past once it is over, null unless reported done and undisputed. */
  disputeClosesAt: z.nullable(Instant),
  rating: z.nullable(Rating),
  /** After what a bad rating complained of was put right; it stands beside the first, which alone counts. */
  followUpRating: z.nullable(Rating),
  /**
   * Where the district must count a review although nobody rated: which one, and when it is or was noted. Counted apart,
   * part of no rate, and gone as soon as its owner rates.
   */
  defaultReview: z.nullable(z.strictObject({ stars: Stars, at: Instant, isNoted: z.boolean() })),
  /**
   * By when the steps after a bad rating are due, for whoever waits for them: null where no such clock runs, and where
   * the owner cannot rate again. Null altogether where no bad rating began them.
   */
  badReviewDates: z.nullable(
    z.strictObject({
      callbackBy: z.nullable(Instant),
      rectifyBy: z.nullable(Instant),
      followUpUntil: z.nullable(Instant),
    }),
  ),
  /** Whether the caller may propose to take it out of the scores. */
  mayProposeExclusion: z.boolean(),
  /** Whether the caller asked for it and may still write a word of thanks to the unit that did it. */
  mayThank: z.boolean(),
  /** Of an extension: working days, and the decision while there is one. */
  extension: z.nullable(
    z.strictObject({
      days: z.int(),
      note: z.nullable(z.string()),
      decision: z.nullable(z.enum(extensionDecisions)),
    }),
  ),
  /** The community said, as it accepted, that it is complex: how many working days that gave, and why. */
  complexity: z.nullable(z.strictObject({ days: z.int(), reason: z.nullable(z.string()) })),
  /** Working days that accepting it as a complex one would give; null where the caller cannot do so. */
  complexDays: z.nullable(z.int()),
  /** Everyone's for staff; for its owner the resident's clock alone. */
  clocks: z.array(OrderClock),
  grade: z.nullable(z.strictObject({ scores: Scores, total: z.int(), note: z.nullable(z.string()), at: Instant })),
  events: z.array(OrderEvent),
})
export type Order = z.infer<typeof Order>

export const ViewContact = z.strictObject({ reason: optionalText(200) })
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

/** What the home page shows at first sight. */
export const Home = z.strictObject({
  /** What I am called, in the clear: it is mine, and nobody is greeted with asterisks. */
  name: z.nullable(z.string()),
  /** My open orders, newest first. */
  mine: page(OrderSummary),
  /** The newest public orders of my community; null while I have chosen none. */
  neighbours: z.nullable(z.array(OrderSummary)),
  /** What waits in the queue of the membership that was asked for, and for them to grade; null when none was. */
  counts: z.nullable(CountsByStatus),
  /** Notices that I have not read; 100 stands for more than 99. */
  unread: UnreadCount,
  /** How the ten things of my community stand; null while it published none. */
  tenThings: z.nullable(TenThings),
})
export type Home = z.infer<typeof Home>
