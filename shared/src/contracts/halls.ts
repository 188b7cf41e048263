import * as z from 'zod/mini'
import { hallLoads } from '../domain/booking/hall-load'
import { policyKeys, sharedRuleKeys } from '../domain/booking/booking-defaults'
import { itemScopes } from '../domain/booking/schedule'
import { BookingDefaults, BookingPolicy, DatedOverride, DaySpan, HallPoint, ItemRules, Week } from './booking-common'
import { DayDate } from './calendar'
import { Attachment, AttachmentIds } from './files'
import { Id, Instant, OrgCode, OrgRef, page, PageQuery, Phone, text, optionalText } from './common'

/** `34.3612,107.1402`: latitude, longitude. */
const Near = z.pipe(
  z.pipe(
    z.string().check(z.regex(/^-?\d{1,2}(\.\d{1,17})?,-?\d{1,3}(\.\d{1,17})?$/)),
    z.transform((value) => {
      const [lat, lng] = value.split(',')
      return { lat: Number(lat), lng: Number(lng) }
    }),
  ),
  HallPoint,
)

/** How full a hall is today; nothing of a person. */
const Today = z.strictObject({
  /** Open now, by its hours. */
  isOpen: z.boolean(),
  hours: z.array(DaySpan),
  /** Why it is closed or has other hours: a holiday, or the reason that the hall gave. */
  reason: z.nullable(z.string()),
  /** Places of today taken by bookings, as far as anyone has booked. */
  booked: z.int(),
  /** People who wait with a ticket, and whoever was called last. */
  waiting: z.int(),
  lastCalled: z.nullable(z.int()),
  load: z.enum(hallLoads),
})

const hallFields = {
  id: Id,
  name: z.string(),
  org: OrgRef,
  address: z.string(),
  /** How to find it: floor, entrance, bus. */
  directions: z.nullable(z.string()),
  point: z.nullable(z.strictObject({ lat: z.number(), lng: z.number() })),
  phones: z.array(z.string()),
  isClosed: z.boolean(),
  isDemo: z.boolean(),
  /** Whole metres from the position asked for; null without one. */
  distanceMetres: z.nullable(z.int()),
  today: Today,
}
export const HallSummary = z.strictObject(hallFields)
export type HallSummary = z.infer<typeof HallSummary>

export const HallItem = z.strictObject({
  /** Id of the service item. */
  id: Id,
  name: z.string(),
  category: z.string(),
  summary: z.string(),
  /** 全区通办, 全街通办 or for its own territory. */
  scope: z.enum(itemScopes),
  /** To bring along. */
  materials: z.array(z.strictObject({ name: z.string(), note: z.nullable(z.string()), isRequired: z.boolean() })),
  slotMinutes: z.int(),
  /** Places that can be booked in a slot. */
  capacity: z.int(),
  /** The first slot with a place; null when there is none as far as can be booked. */
  nextFree: z.nullable(Instant),
})
export type HallItem = z.infer<typeof HallItem>

export const hallActions = ['update', 'edit-schedule', 'close', 'reopen', 'serve'] as const
/** Pictures on an e-card at most. */
export const maxHallPictures = 6
/** The e-card (电子名片). */
export const Hall = z.strictObject({
  ...hallFields,
  weekly: Week,
  overrides: z.array(DatedOverride),
  windows: z.array(z.strictObject({ no: z.int(), name: z.string() })),
  items: z.array(HallItem),
  policy: BookingPolicy,
  /** Of the house, the entrance, the counters; in the order in which they were added. */
  pictures: z.array(Attachment),
  /** Where the QR code of the card leads, a path of the app: `/subpackages/bookings/hall/index?id=…`. */
  path: z.string(),
  /** The day's code that proves presence at check-in, for whoever serves here; null for others. */
  checkInCode: z.nullable(z.string()),
  version: z.int(),
  allowedActions: z.array(z.enum(hallActions)),
})
export type Hall = z.infer<typeof Hall>

const HallContent = {
  name: text(40),
  address: text(120),
  directions: optionalText(200),
  point: z.optional(z.nullable(HallPoint)),
  phones: z.array(Phone).check(z.minLength(1), z.maxLength(4)),
  windows: z.array(z.strictObject({ no: z.int().check(z.gte(1), z.lte(99)), name: text(20) })).check(z.maxLength(50)),
  /** Uploads of the caller that become pictures of the card. */
  attachments: z.optional(AttachmentIds),
}
const CreateHall = z.strictObject({ orgCode: OrgCode, ...HallContent })
export type CreateHall = z.output<typeof CreateHall>
const UpdateHall = z.strictObject({
  ...HallContent,
  /** Ids of pictures of the card that stay; all of them when it is left out. */
  keptPictures: z.optional(z.array(Id).check(z.maxLength(20))),
})
export type UpdateHall = z.output<typeof UpdateHall>

export const Slot = z.strictObject({
  start: Instant,
  end: Instant,
  /** Places that can be booked online. */
  capacity: z.int(),
  /** 0 also while others wait for it: what comes free goes to them first. */
  left: z.int(),
  /** People on the waitlist of a full slot. */
  waiting: z.int(),
})
export type Slot = z.infer<typeof Slot>

/** Where an item of the district can be done. */
export const HandledItem = z.strictObject({
  /** That of the item. */
  id: Id,
  item: z.strictObject({ id: Id, name: z.string(), category: z.string() }),
  halls: z.array(
    z.strictObject({
      id: Id,
      name: z.string(),
      org: OrgRef,
      scope: z.enum(itemScopes),
    }),
  ),
})
export type HandledItem = z.infer<typeof HandledItem>

const ScheduledItem = z.strictObject({
  itemId: Id,
  scope: z.enum(itemScopes),
  rules: ItemRules,
  /** The same of the item's rules; who follows the days of the horizon follows its kind. */
  follows: z._default(z.array(z.enum(sharedRuleKeys)).check(z.maxLength(sharedRuleKeys.length)), []),
})
const Schedule = z.strictObject({
  weekly: Week,
  overrides: z.array(DatedOverride).check(z.maxLength(200)),
  policy: BookingPolicy,
  /** In which of these the hall goes by the district's rules; what `policy` says of them is not looked at. */
  follows: z._default(z.array(z.enum(policyKeys)).check(z.maxLength(policyKeys.length)), []),
  items: z.array(ScheduledItem).check(
    z.maxLength(200),
    z.refine((items) => new Set(items.map(({ itemId }) => itemId)).size === items.length, '同一个事项只写一次'),
  ),
})
export type Schedule = z.output<typeof Schedule>
const SavedSchedule = z.strictObject({
  hallId: Id,
  ...Schedule.shape,
  /** What the district has set, for whatever is followed. */
  defaults: BookingDefaults,
  /** Names of the items, by id. */
  itemNames: z.record(Id, z.string()),
  version: z.int(),
})

/** A booking that a new schedule has no place for, and other times that could be offered. Names are masked. */
export const AffectedBooking = z.strictObject({
  id: Id,
  item: z.string(),
  person: z.nullable(z.string()),
  start: Instant,
  reason: z.enum(['closed', 'no_slot', 'less_capacity', 'item_removed', 'hall_closed']),
  offers: z.array(Instant),
})
export type AffectedBooking = z.infer<typeof AffectedBooking>

/** Of one hall over some days. */
const HallFigures = z.strictObject({
  hall: z.strictObject({ id: Id, name: z.string(), org: OrgRef, isClosed: z.boolean() }),
  booked: z.int(),
  /** Places that can be booked online on these days, by the hours that hold now. */
  capacity: z.int(),
  /** Booked ÷ capacity; above 1 when the hall has fewer places by now, null when it has none. */
  bookedRate: z.nullable(z.number()),
  cancelled: z.int(),
  noShows: z.int(),
  tickets: z.int(),
  served: z.int(),
  /** Mean minutes from the ticket to the call; null when nobody was called. */
  meanWaitMinutes: z.nullable(z.number()),
  /** No-shows ÷ bookings that came due, 0–1; null when none did. */
  noShowRate: z.nullable(z.number()),
})
export type HallFigures = z.infer<typeof HallFigures>

const params = z.strictObject({ id: Id })
const changeErrors = ['forbidden', 'not_found', 'wrong_state', 'lost_race', 'version_mismatch'] as const

export const hallContracts = {
  'halls.list': {
    summary: 'Halls of an org and below it, or those within 20 km of a position, nearest first',
    auth: 'public',
    query: z
      .strictObject({
        ...PageQuery,
        org: z.optional(OrgCode),
        near: z.optional(Near),
        /** Part of the hall’s name, or of an item that it handles, or an everyday word for it. */
        q: z.optional(text(40)),
        itemId: z.optional(Id),
        /** Closed ones are left out unless asked for. */
        state: z._default(z.enum(['open', 'closed', 'all']), 'open'),
      })
      .check(
        z.refine(({ org, near }) => org !== undefined || near !== undefined, {
          path: ['org'],
          error: '请选择区、街道或社区，或者给出位置',
        }),
      ),
    status: 200,
    response: page(HallSummary),
    errors: ['malformed_request', 'not_found'],
  },
  'halls.show': {
    summary: 'The e-card of a hall',
    auth: 'public',
    params,
    query: z.strictObject({ near: z.optional(Near) }),
    status: 200,
    response: Hall,
    errors: ['not_found'],
  },
  'halls.items': {
    summary: 'What can be done in person in a district, street or community, and at which halls',
    auth: 'public',
    query: z.strictObject({ ...PageQuery, org: OrgCode, q: z.optional(text(40)) }),
    status: 200,
    response: page(HandledItem),
    errors: ['malformed_request', 'not_found'],
  },
  'halls.slots': {
    summary: 'Slots of an item at a hall, at most 31 days; past and unbookable ones are left out',
    auth: 'public',
    params,
    query: z.strictObject({ itemId: Id, from: DayDate, to: DayDate }),
    status: 200,
    response: z.strictObject({
      items: z.array(Slot),
      /** Days without slots that say why: holidays and closures. */
      closed: z.array(z.strictObject({ date: DayDate, reason: z.string() })),
      /** The last day that can be booked now. */
      bookableThrough: DayDate,
      /** False when these days lie beyond the published State Council calendar. */
      isCalendarKnown: z.boolean(),
    }),
    errors: ['not_found'],
  },
  'halls.create': {
    summary: 'Add a hall to an org',
    auth: 'person',
    body: CreateHall,
    status: 201,
    response: Hall,
    errors: ['forbidden', 'already_exists', 'idempotency_key_reused'],
    isIdempotent: true,
  },
  'halls.update': {
    summary: 'Change name, address, phones, position or windows of a hall',
    auth: 'person',
    params,
    body: UpdateHall,
    status: 200,
    response: Hall,
    errors: [...changeErrors, 'already_exists'],
    takesVersion: true,
  },
  'halls.preview-close': {
    summary: 'Which bookings would lose their place if the hall closed for good; nothing is saved',
    auth: 'person',
    params,
    status: 200,
    response: z.strictObject({ affected: z.array(AffectedBooking) }),
    errors: ['forbidden', 'not_found', 'wrong_state'],
  },
  'halls.close': {
    summary: 'Close a hall; whoever has booked there is told at once, its card stays and says so',
    auth: 'person',
    params,
    body: z.strictObject({
      /** How many affected bookings the preview showed; refused when it is another number by now. */
      affected: z.int().check(z.gte(0)),
    }),
    status: 200,
    response: Hall,
    errors: changeErrors,
    takesVersion: true,
  },
  'halls.reopen': {
    summary: 'Open a closed hall again, with the hours and items that it had',
    auth: 'person',
    params,
    status: 200,
    response: Hall,
    errors: changeErrors,
    takesVersion: true,
  },
  'halls.schedule': {
    summary: 'Hours, items, capacity and rules of a hall, for whoever edits them',
    auth: 'person',
    params,
    status: 200,
    response: SavedSchedule,
    errors: ['forbidden', 'not_found'],
  },
  'halls.preview-schedule': {
    summary: 'Which bookings a schedule would have no place for; nothing is saved',
    auth: 'person',
    params,
    body: Schedule,
    status: 200,
    response: z.strictObject({ affected: z.array(AffectedBooking) }),
    errors: ['forbidden', 'not_found', 'wrong_state'],
  },
  'halls.save-schedule': {
    summary: 'Save a schedule; whoever loses a place is told at once and offered other times',
    auth: 'person',
    params,
    body: z.strictObject({
      ...Schedule.shape,
      /** How many affected bookings the preview showed; refused when it is another number by now. */
      affected: z.int().check(z.gte(0)),
    }),
    status: 200,
    response: SavedSchedule,
    errors: changeErrors,
    takesVersion: true,
  },
  'halls.figures': {
    summary: 'Load, waiting times and no-shows of all halls of a territory, at most 92 days, the busiest first',
    auth: 'person',
    query: z.strictObject({ org: OrgCode, from: DayDate, to: DayDate, membershipId: z.optional(Id) }),
    status: 200,
    response: z.strictObject({ items: z.array(HallFigures) }),
    errors: ['forbidden', 'not_found'],
  },
} as const
