import * as z from 'zod/mini'
import {
  declineDecisions,
  declineReasons,
  disputeDecisions,
  escalationDecisions,
  extensionDecisions,
  orderKinds,
  type DeclineReason,
} from '../domain/orders/order-flow'
import { declineReasonWords } from '../domain/orders/order-words'
import { gradeParts } from '../domain/ratings/grade'
import { wishCategories } from '../domain/wishes/wish-rules'
import { CommunityCode, Id, OrgCode, Phone, optionalText, text } from './common'
import { AttachmentIds } from './files'

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

/** `complex` asks for the longer limit of complex orders, with the reason, which the resident reads. */
export const AcceptOrder = z.strictObject({ complex: z.optional(z.boolean()), complexReason: optionalText(500) }).check(
  z.refine(({ complex, complexReason }) => !complex || Boolean(complexReason), {
    path: ['complexReason'],
    error: '请写明复杂在哪里，居民能看到',
  }),
  z.refine(({ complex, complexReason }) => complex === true || !complexReason, {
    path: ['complex'],
    error: '写了复杂的原因，请同时选“情况复杂”；不复杂的，把原因删掉',
  }),
)
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
/** `photoConsent`: whoever a wish was for agreed that the pictures are kept; needed with pictures of a wish. */
export const FulfilOrder = z.strictObject({
  ...Report.shape,
  photoConsent: z.optional(z.literal(true, { error: '请先征得本人同意，再附上照片' })),
})
export const WithdrawOrder = z.strictObject({ note: optionalText(2000) })
export const Stars = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
export const RateOrder = z.strictObject({
  stars: Stars,
  reasons: z._default(z.array(z.int()).check(z.maxLength(10)), []),
  comment: optionalText(1000),
})
const part = (max: number) => z.int().check(z.gte(0), z.lte(max))
export const Scores = z.strictObject({
  timeliness: part(gradeParts.timeliness),
  quality: part(gradeParts.quality),
  evidence: part(gradeParts.evidence),
  communication: part(gradeParts.communication),
})
export const GradeOrder = z.strictObject({ scores: Scores, note: optionalText(2000) })
export const ReworkOrder = z.strictObject({ note })

export const MergeOrder = z.strictObject({ intoId: Id, note: optionalText(2000) })
export const UnmergeOrder = z.strictObject({ note: optionalText(2000) })

/** What everyone may read of it on the wall; needed to approve a wish or what was offered to units. */
const wallWords = { title: z.optional(text(40)), category: z.optional(z.enum(wishCategories)) }
export const ApproveOrder = z.strictObject(wallWords)
export const OfferToUnits = z.strictObject({
  title: text(40),
  category: z.enum(wishCategories),
  note: optionalText(2000),
})
export const UnlistOrder = z.strictObject({ note })
/** `unitCode`: for which of the caller's units; the first one without. */
export const ClaimOrder = z.strictObject({ unitCode: z.optional(OrgCode) })
export const FirstContact = z.strictObject({ note: optionalText(2000) })
/** Another unit of the district that may claim. */
export const InviteUnit = z.strictObject({ unitCode: OrgCode })
export const ReleaseOrder = z.strictObject({ note })

export const CallbackOrder = z.strictObject({ isReached: z._default(z.boolean(), true), note })
export const RectifyOrder = Report
/** Working days beyond the deadline. */
export const RequestExtension = z.strictObject({ days: z.int().check(z.gte(1), z.lte(60)), note })
export const ResolveExtension = z.strictObject({ decision: z.enum(extensionDecisions), note: optionalText(2000) })
export const UrgeOrder = z.strictObject({ note: optionalText(200) })
export const DisputeOrder = z.strictObject({ note, attachments: z.optional(AttachmentIds) })
export const ResolveDispute = z.strictObject({ decision: z.enum(disputeDecisions), note })
export const ResolveEscalation = z.strictObject({
  decision: z.enum(escalationDecisions),
  toCode: z.optional(CommunityCode),
  note,
})
