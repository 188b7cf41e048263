import * as z from 'zod/mini'
import { defaultKeys } from '../domain/booking/booking-defaults'
import { BookingDefaults } from './booking-common'
import { Id, Instant, OrgCode, OrgRef, PageQuery, page } from './common'
import { AffectedBooking } from './halls'

const BookingDefaultSettings = z.strictObject({
  districtCode: OrgCode,
  /** 0 while the district has set nothing and the usual values hold. */
  version: z.int(),
  defaults: BookingDefaults,
  /** Halls of the district, closed ones included, and how many of them follow it in each value. */
  halls: z.int(),
  followers: z.record(z.enum(defaultKeys), z.int()),
  /** From when it holds, and who set it (masked); null for the usual values. */
  since: z.nullable(Instant),
  by: z.nullable(z.string()),
  allowedActions: z.array(z.enum(['save'])),
})
export type BookingDefaultSettings = z.infer<typeof BookingDefaultSettings>

const Proposed = z.strictObject({ districtCode: OrgCode, defaults: BookingDefaults })

const PreviewedDefaults = z.strictObject({
  /** Halls that would go by another value than now. */
  halls: z.int(),
  /** How many bookings would lose their place, and the first fifty of them. */
  affected: z.int(),
  bookings: z.array(
    z.strictObject({ ...AffectedBooking.shape, hall: z.strictObject({ id: Id, name: z.string(), org: OrgRef }) }),
  ),
})
export type PreviewedDefaults = z.infer<typeof PreviewedDefaults>

export const bookingDefaultContracts = {
  'booking-defaults.show': {
    summary: 'Rules of booking that hold in a district’s halls unless a hall has its own, and how many follow',
    auth: 'person',
    /** Without a district: the caller's own. */
    query: z.strictObject({ districtCode: z.optional(OrgCode) }),
    status: 200,
    response: BookingDefaultSettings,
    errors: ['not_found'],
  },
  'booking-defaults.preview': {
    summary: 'How many halls a change reaches, and which bookings would lose their place; nothing is saved',
    auth: 'person',
    body: Proposed,
    status: 200,
    response: PreviewedDefaults,
    errors: ['forbidden', 'not_found'],
  },
  'booking-defaults.save': {
    summary:
      'A new version, which every hall that follows takes over; whoever loses a place is told and offered others',
    auth: 'person',
    body: z.strictObject({
      ...Proposed.shape,
      /** How many affected bookings the preview showed; refused when it is another number by now. */
      affected: z.int().check(z.gte(0)),
    }),
    status: 200,
    response: BookingDefaultSettings,
    errors: ['forbidden', 'not_found', 'wrong_state', 'lost_race', 'version_mismatch'],
    takesVersion: true,
  },
  'booking-defaults.versions': {
    summary: 'All versions, latest first, with who set them and when',
    auth: 'person',
    query: z.strictObject({ ...PageQuery, districtCode: z.optional(OrgCode) }),
    status: 200,
    response: page(
      z.strictObject({
        version: z.int(),
        defaults: BookingDefaults,
        since: Instant,
        by: z.nullable(z.string()),
      }),
    ),
    errors: ['not_found', 'malformed_request'],
  },
} as const
