import type * as z from 'zod/mini'
import { calendarContracts } from './calendar'
import { catalogueContracts } from './catalogue'
import { bookingContracts } from './bookings'
import { bookingDefaultContracts } from './booking-defaults'
import { hallContracts } from './halls'
import { ticketContracts } from './tickets'
import type { ErrorCode } from './errors'
import { exclusionContracts } from './exclusions'
import { fileContracts } from './files'
import { identityContracts } from './identity'
import { ledgerContracts } from './ledgers'
import { memberContracts } from './members'
import { orderContracts } from './order-endpoints'
import { noticeContracts } from './notices'
import { orgContracts } from './orgs'
import { placeContracts } from './places'
import { privacyContracts } from './privacy'
import { ratingFlagContracts } from './rating-flags'
import { commentContracts } from './comments'
import { needContracts } from './needs'
import { pledgeContracts } from './pledges'
import { pledgeListContracts } from './pledge-lists'
import { pledgeRuleContracts } from './pledge-rules'
import { residentContracts } from './residents'
import type { RouteName } from './routes'
import { settingsContracts } from './settings'
import { scoreContracts } from './scores'
import { scoreRuleContracts } from './score-rules'
import { siteContracts } from './site'
import { boardContracts } from './board'
import { surveyContracts } from './surveys'
import { templateContracts } from './templates'
import { marketContracts } from './market'
import { volunteerContracts } from './volunteers'
import { whistleContracts } from './whistles'
import { thanksContracts } from './thanks'
import { taskContracts } from './tasks'
import { unitContracts } from './units'

export interface UploadBody {
  readonly field: string
  readonly maxBytes: number
  /** What the content may be; a name or header is not believed. */
  readonly mimes: readonly string[]
}

export interface Contract {
  readonly summary: string
  readonly auth: 'public' | 'person'
  /** What it answers depends on who asks, although it also answers whoever is not signed in. */
  readonly isPrivate?: boolean
  readonly params?: z.ZodMiniType
  readonly query?: z.ZodMiniType
  readonly body?: z.ZodMiniType
  /** One file as `multipart/form-data` instead of a JSON body. */
  readonly upload?: UploadBody
  readonly status: 200 | 201 | 204
  readonly response: z.ZodMiniType
  /** Answers bytes of one of these media types instead of JSON. */
  readonly bytes?: readonly string[]
  /** Beyond those any endpoint may answer. */
  readonly errors?: readonly ErrorCode[]
  /** Takes `Idempotency-Key`. */
  readonly isIdempotent?: boolean
  /** Takes `X-Device-Id`, as everything with `isIdempotent` does. */
  readonly takesDevice?: boolean
  /** Takes `If-Match`. */
  readonly takesVersion?: boolean
}

/** What goes in and comes out of every endpoint, by its name in `routes`. */
export const contracts = {
  ...siteContracts,
  ...identityContracts,
  ...memberContracts,
  ...orgContracts,
  ...catalogueContracts,
  ...noticeContracts,
  ...ledgerContracts,
  ...orderContracts,
  ...ratingFlagContracts,
  ...fileContracts,
  ...placeContracts,
  ...templateContracts,
  ...privacyContracts,
  ...scoreContracts,
  ...scoreRuleContracts,
  ...exclusionContracts,
  ...calendarContracts,
  ...settingsContracts,
  ...surveyContracts,
  ...boardContracts,
  ...needContracts,
  ...pledgeListContracts,
  ...pledgeContracts,
  ...commentContracts,
  ...pledgeRuleContracts,
  ...residentContracts,
  ...volunteerContracts,
  ...marketContracts,
  ...bookingDefaultContracts,
  ...hallContracts,
  ...bookingContracts,
  ...ticketContracts,
  ...whistleContracts,
  ...taskContracts,
  ...unitContracts,
  ...thanksContracts,
} as const satisfies Record<RouteName, Contract>
export type Contracts = typeof contracts

type Part<Name extends RouteName, Key extends string> =
  Contracts[Name] extends Record<Key, infer Schema> ? Schema : undefined
/** What a caller sends, before defaults. */
export type Sent<Name extends RouteName, Key extends 'params' | 'query' | 'body'> =
  Part<Name, Key> extends z.ZodMiniType ? z.input<Part<Name, Key>> : undefined
/** What the server works with, after defaults. */
export type Received<Name extends RouteName, Key extends 'params' | 'query' | 'body'> =
  Part<Name, Key> extends z.ZodMiniType ? z.output<Part<Name, Key>> : undefined
export type Answer<Name extends RouteName> = z.output<Contracts[Name]['response']>

export * from './booking-common'
export * from './booking-defaults'
export * from './bookings'
export * from './halls'
export * from './tickets'
export * from './calendar'
export * from './catalogue'
export * from './common'
export * from './errors'
export * from './exclusions'
export * from './files'
export * from './identity'
export * from './item-content'
export * from './ledgers'
export * from './members'
export * from './notices'
export * from './order-bodies'
export * from './order-clocks'
export * from './order-desk'
export * from './orders'
export * from './orgs'
export * from './places'
export * from './privacy'
export * from './rating-flags'
export * from './routes'
export * from './settings'
export * from './shifts'
export * from './scores'
export * from './score-rules'
export * from './site'
export * from './board'
export * from './surveys'
export * from './tasks'
export * from './templates'
export * from './comments'
export * from './needs'
export * from './pledge-bodies'
export * from './pledge-lists'
export * from './pledge-rules'
export * from './pledges'
export * from './residents'
export * from './market'
export * from './volunteers'
export * from './whistles'
export * from './thanks'
export * from './units'
