import * as z from 'zod/mini'
import { openDataSets } from '../domain/board/open-data'
import { lights } from '../domain/pledges/lights'
import { pledgeCategories, pledgeListStates } from '../domain/pledges/pledge-flow'
import { Attachment } from './files'
import { Id, Instant, OrgCode, OrgRef } from './common'

const Percent = z.number().check(z.gte(0), z.lte(100))
const Day = z.string()

export const BoardPledge = z.strictObject({
  id: Id,
  number: z.int(),
  title: z.string(),
  category: z.enum(pledgeCategories),
  /** 0–100 with one decimal; null when nothing was reported. */
  progress: z.nullable(Percent),
  /** 部分未报: milestones without a report count 0. */
  isPartlyReported: z.boolean(),
  light: z.enum(lights),
  lightWord: z.string(),
  /** No update for longer than the district allows. */
  isStale: z.boolean(),
  /** How many days that is. */
  staleDays: z.int(),
  nextMilestone: z.nullable(z.strictObject({ title: z.string(), dueOn: Day })),
  deadline: Day,
  /** What the survey of it found: 0–100; null when none was held and closed. */
  satisfaction: z.nullable(z.number()),
  /** Ballots ÷ everyone who could take part, in percent. */
  coverage: z.nullable(z.number()),
  /** The street's, 0–100; null until it graded. */
  grade: z.nullable(z.int()),
})
export type BoardPledge = z.infer<typeof BoardPledge>

const Lights = z.strictObject({ green: z.int(), yellow: z.int(), red: z.int(), blue: z.int(), grey: z.int() })

/** What stands directly under the org, in brief. */
export const BoardChild = z.strictObject({
  org: OrgRef,
  /** Published pledges of the year, of it and of everything below it. */
  pledges: z.int(),
  lights: Lights,
})
export type BoardChild = z.infer<typeof BoardChild>

export const Board = z.strictObject({
  org: OrgRef,
  year: z.int(),
  asOf: Instant,
  /** Made-up data for trying out (演示数据). */
  isDemo: z.boolean(),
  /** Null where no list of the year was published. */
  list: z.nullable(z.strictObject({ id: Id, state: z.enum(pledgeListStates), grade: z.nullable(z.int()) })),
  pledges: z.array(BoardPledge),
  orders: z.strictObject({
    /** `2026-11` */
    month: z.string(),
    placed: z.int(),
    /** Accepted in time, of those whose time to be accepted ended in the month. */
    acceptedInTime: z.int(),
    /** How many these are. */
    acceptDue: z.int(),
    fulfilled: z.int(),
    /** Favourable ÷ rated in percent; null when nobody rated. */
    rating: z.nullable(Percent),
    rated: z.int(),
    /** Rated ÷ fulfilled in percent; null when nothing was fulfilled. */
    coverage: z.nullable(z.number()),
  }),
  /** The thing that was finished and verified last. */
  latestFinished: z.nullable(
    z.strictObject({
      ...{ number: z.int(), title: z.string(), at: Instant },
      /** The last one that everybody sees on its page; null where its reports have none. Its URLs hold for five minutes. */
      photo: z.nullable(Attachment),
    }),
  ),
  /** Upwards and downwards: district, street, community. */
  parent: z.nullable(OrgRef),
  children: z.array(BoardChild),
})
export type Board = z.infer<typeof Board>

/** The ten things of an org in one line. */
export const TenThings = z.strictObject({
  listId: Id,
  year: z.int(),
  total: z.int(),
  /** Finished and verified. */
  done: z.int(),
  /** With a red light. */
  late: z.int(),
  /** The milestone that is to come first; null when none is to come. */
  next: z.nullable(
    z.strictObject({ pledgeId: Id, number: z.int(), title: z.string(), milestone: z.string(), dueOn: Day }),
  ),
})
export type TenThings = z.infer<typeof TenThings>

const params = z.strictObject({ orgCode: OrgCode })
const query = z.strictObject({ year: z.optional(z.coerce.number().check(z.int(), z.gte(2000), z.lte(2200))) })

export const boardContracts = {
  'board.show': {
    summary:
      'The public board of a district, street or community: its ten things and the orders of the month. Answered from a snapshot that everyone shares; carries an ETag',
    auth: 'public',
    params,
    query,
    status: 200,
    response: Board,
    errors: ['not_found'],
  },
  'board.stream': {
    summary:
      'The same live, as server-sent events: `board` with the whole board whenever it changed, comments in between. `Last-Event-ID` says which one a client has; it is not sent again',
    auth: 'public',
    params,
    status: 200,
    bytes: ['text/event-stream'],
    response: z.instanceof(Uint8Array),
    errors: ['not_found', 'too_many_requests'],
  },
  'open-data.csv': {
    summary: 'A set of open data as CSV (UTF-8 with BOM), without personal data; `dictionary` explains every column',
    auth: 'public',
    params: z.strictObject({ set: z.enum(openDataSets) }),
    query: z.strictObject({ org: z.optional(OrgCode), ...query.shape }),
    status: 200,
    bytes: ['text/csv; charset=utf-8'],
    response: z.instanceof(Uint8Array),
    errors: ['not_found'],
  },
  'open-data.json': {
    summary: 'The same as JSON',
    auth: 'public',
    params: z.strictObject({ set: z.enum(openDataSets) }),
    query: z.strictObject({ org: z.optional(OrgCode), ...query.shape }),
    status: 200,
    response: z.strictObject({
      set: z.enum(openDataSets),
      asOf: Instant,
      isDemo: z.boolean(),
      /** 演示数据 where it is made up. */
      mark: z.nullable(z.string()),
      columns: z.array(z.string()),
      rows: z.array(z.record(z.string(), z.nullable(z.union([z.string(), z.number()])))),
    }),
    errors: ['not_found'],
  },
} as const
