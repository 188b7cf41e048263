import * as z from 'zod/mini'
import { isInChina } from '../domain/geo/gcj02'
import { roles } from '../domain/identity/roles'
import { whistleSteps } from '../domain/whistles/whistle-clocks'
import {
  refusalDecisions,
  whistleActions,
  whistleKinds,
  whistlePartyStates,
  whistleStatuses,
} from '../domain/whistles/whistle-flow'
import { Id, Instant, OrgCode, OrgRef, PageQuery, optionalText, page, text } from './common'
import { Attachment, AttachmentIds } from './files'
import { Stars } from './order-bodies'

/** GCJ-02, in China. */
const Point = z
  .strictObject({
    lat: z.number().check(z.gte(-90), z.lte(90)),
    lng: z.number().check(z.gte(-180), z.lte(180)),
  })
  .check(z.refine(isInChina, { path: ['lat'], error: '这个位置不在国内，请核对纬度和经度' }))

/** Departments that one whistle may call. */
export const maxDepartments = 10
const note = text(2000)
const Report = z.strictObject({ note, attachments: z.optional(AttachmentIds) })

export const BlowWhistle = z
  .strictObject({
    kind: z.enum(whistleKinds),
    title: text(80),
    /** What is asked of the departments. */
    content: text(2000),
    place: text(100),
    point: z.optional(Point),
    /** An order of the street's territory that it is about. */
    orderId: z.optional(Id),
    departmentCodes: z.array(OrgCode).check(
      z.minLength(1),
      z.maxLength(maxDepartments),
      z.refine((codes) => new Set(codes).size === codes.length, { error: '同一个部门选一次就好，请去掉重复的' }),
    ),
    /** The one of them that leads; the first when it is absent. */
    leadCode: z.optional(OrgCode),
    attachments: z.optional(AttachmentIds),
    membershipId: z.optional(Id),
  })
  .check(
    z.refine(({ departmentCodes, leadCode }) => leadCode === undefined || departmentCodes.includes(leadCode), {
      path: ['leadCode'],
      error: '牵头部门要在被吹哨的部门里选',
    }),
  )
export type BlowWhistle = z.output<typeof BlowWhistle>

/** Being there is shown by where the phone is, or by the code that stands at the place; the position is not kept. */
export const ReportIn = z
  .strictObject({
    placeCode: z.optional(z.string().check(z.trim(), z.regex(/^\d{6}$/))),
    point: z.optional(Point),
    note: optionalText(2000),
    attachments: z.optional(AttachmentIds),
  })
  .check(
    z.refine((body) => (body.placeCode === undefined) !== (body.point === undefined), {
      path: ['placeCode'],
      error: '请输入现场的到场码，或者用手机定位报到（二选一）',
    }),
  )
export type ReportIn = z.output<typeof ReportIn>

/** The step that is due next, or was passed over first, of the caller's department, else of any. */
const WhistleDue = z.strictObject({
  step: z.enum(whistleSteps),
  dueAt: Instant,
  isOverdue: z.boolean(),
  /** Its department was warned that most of the time is used. */
  isWarned: z.boolean(),
})

const summaryFields = {
  id: Id,
  /** `S261122000001` */
  no: z.string(),
  kind: z.enum(whistleKinds),
  status: z.enum(whistleStatuses),
  title: z.string(),
  place: z.string(),
  street: z.nullable(OrgRef),
  lead: z.nullable(OrgRef),
  departmentCount: z.int(),
  /** How far the caller's own department is; null for everyone else. */
  ownState: z.nullable(z.enum(whistlePartyStates)),
  due: z.nullable(WhistleDue),
  blownAt: Instant,
  version: z.int(),
  allowedActions: z.array(z.enum(whistleActions)),
}
export const WhistleSummary = z.strictObject(summaryFields)
export type WhistleSummary = z.infer<typeof WhistleSummary>

const WhistleStep = z.strictObject({
  step: z.enum(whistleSteps),
  dueAt: Instant,
  doneAt: z.nullable(Instant),
  /** When it was recorded that the due time had passed. */
  overdueAt: z.nullable(Instant),
  /** When it was recorded that most of the time was used. */
  warnedAt: z.nullable(Instant),
  isProvisional: z.boolean(),
  /** How the due time came about, in Chinese. */
  why: z.string(),
})
export type WhistleStep = z.infer<typeof WhistleStep>

export const WhistleParty = z.strictObject({
  department: OrgRef,
  isLead: z.boolean(),
  /** The caller's. */
  isOwn: z.boolean(),
  state: z.enum(whistlePartyStates),
  steps: z.array(WhistleStep),
  /** The street's grade of the department, and the department's of the street. */
  stars: z.nullable(Stars),
  streetStars: z.nullable(Stars),
})
export type WhistleParty = z.infer<typeof WhistleParty>

export const WhistleEvent = z.strictObject({
  id: Id,
  action: z.enum(['blow', ...whistleActions]),
  actor: z.strictObject({ name: z.nullable(z.string()), role: z.enum(roles), org: z.nullable(OrgRef) }),
  at: Instant,
  note: z.nullable(z.string()),
  /** The department that was decided about or graded. */
  department: z.nullable(OrgRef),
  decision: z.optional(z.enum(refusalDecisions)),
  stars: z.optional(Stars),
  /** Of reporting in: by the code, or how many metres from the place. */
  isByCode: z.optional(z.boolean()),
  metres: z.optional(z.int()),
  attachments: z.array(Attachment),
})
export type WhistleEvent = z.infer<typeof WhistleEvent>

export const Whistle = z.strictObject({
  ...summaryFields,
  content: z.nullable(z.string()),
  /** GCJ-02. */
  point: z.nullable(z.strictObject({ lat: z.number(), lng: z.number() })),
  /** For the street that blew it, to be shown at the place; null for everyone else. */
  placeCode: z.nullable(z.string()),
  order: z.nullable(z.strictObject({ id: Id, title: z.string() })),
  isSentBack: z.boolean(),
  parties: z.array(WhistleParty),
  /** Oldest first: what everyone did is one timeline. */
  events: z.array(WhistleEvent),
})
export type Whistle = z.infer<typeof Whistle>

/** `blown` by the caller's street, `called` to the caller's department, `refusals` that the district decides, `all`. */
export const whistleViews = ['blown', 'called', 'refusals', 'all'] as const

const params = z.strictObject({ id: Id })
const moveErrors = [
  ...(['forbidden', 'not_found', 'wrong_state', 'lost_race', 'version_mismatch'] as const),
  'idempotency_key_reused',
] as const
const action = <Body extends z.ZodMiniType>(summary: string, body: Body) =>
  ({
    summary,
    auth: 'person',
    params,
    body,
    status: 200,
    response: Whistle,
    errors: moveErrors,
    isIdempotent: true,
    takesVersion: true,
  }) as const

export const whistleContracts = {
  'departments.list': {
    summary: 'Departments of the caller’s district that a street may whistle for',
    auth: 'person',
    query: z.strictObject({ membershipId: z.optional(Id) }),
    status: 200,
    response: z.strictObject({ items: z.array(OrgRef) }),
    errors: ['forbidden'],
  },
  'departments.add': {
    summary: 'Make a unit of the district a department, by the district’s administrator',
    auth: 'person',
    params: z.strictObject({ code: OrgCode }),
    status: 204,
    response: z.void(),
    errors: ['forbidden', 'not_found'],
  },
  'departments.remove': {
    summary: 'A unit is a department no more; whistles that called it go on',
    auth: 'person',
    params: z.strictObject({ code: OrgCode }),
    status: 204,
    response: z.void(),
    errors: ['forbidden', 'not_found'],
  },
  'whistles.list': {
    summary: 'Whistles that the caller’s membership is about, the latest first',
    auth: 'person',
    query: z.strictObject({
      ...PageQuery,
      view: z.enum(whistleViews),
      /** Those in hand, without; `false` for what is over. */
      open: z._default(z.enum(['true', 'false']), 'true'),
      membershipId: z.optional(Id),
    }),
    status: 200,
    response: page(WhistleSummary),
    errors: ['forbidden', 'malformed_request'],
  },
  'whistles.of-order': {
    summary: 'Whistles about an order that the caller may see, the latest first, and whether they may blow one',
    auth: 'person',
    params,
    status: 200,
    response: z.strictObject({ items: z.array(WhistleSummary), allowedActions: z.array(z.enum(['blow'])) }),
    errors: ['not_found'],
  },
  'whistles.blow': {
    summary: 'A street calls departments',
    auth: 'person',
    body: BlowWhistle,
    status: 201,
    response: Whistle,
    errors: ['forbidden', 'idempotency_key_reused'],
    isIdempotent: true,
  },
  'whistles.show': {
    summary: 'One whistle with its departments and the shared timeline',
    auth: 'person',
    params,
    status: 200,
    response: Whistle,
    errors: ['not_found'],
  },
  'whistles.sign': action('A department signs for it', z.strictObject({})),
  'whistles.refuse': action('A department holds it unfounded; the district decides', z.strictObject({ note })),
  'whistles.resolve-refusal': action(
    'The district lets a department off, or does not',
    z.strictObject({ departmentCode: OrgCode, decision: z.enum(refusalDecisions), note }),
  ),
  'whistles.contact': action('A department has talked with the street', z.strictObject({ note })),
  'whistles.report-in': {
    ...action('A department is at the place', ReportIn),
    errors: [...moveErrors, 'too_many_requests'],
  },
  'whistles.progress': action('What was done, by any of them', Report),
  'whistles.finish': action('The lead says that it is done', Report),
  'whistles.send-back': action('The street says that it is not', z.strictObject({ note })),
  'whistles.close': action('The street that blew it closes it', z.strictObject({ note: optionalText(2000) })),
  'whistles.withdraw': action('The street takes it back', z.strictObject({ note })),
  'whistles.grade-department': action(
    'The street grades a department',
    z.strictObject({ departmentCode: OrgCode, stars: Stars, note: optionalText(1000) }),
  ),
  'whistles.grade-street': action(
    'A department grades the street',
    z.strictObject({ stars: Stars, note: optionalText(1000) }),
  ),
} as const
