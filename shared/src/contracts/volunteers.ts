import * as z from 'zod/mini'
import { volunteerStates } from '../domain/volunteers/points'
import { signupActions, signupStates } from '../domain/volunteers/signup-flow'
import { Id, Instant, OrgCode, OrgRef, PageQuery, page, text } from './common'
import { Points } from './market'
import { Code, moves, nothing } from './moves'
import { MoveActivity, shiftWords, spanChecks } from './shifts'

const params = z.strictObject({ id: Id })
const team = z.strictObject({ code: OrgCode })

/** A unit that takes volunteers. Public. */
export const VolunteerTeam = z.strictObject({
  org: OrgRef,
  intro: z.string(),
  isOpen: z.boolean(),
  /** How the caller stands to it; null for who never asked. */
  own: z.nullable(z.enum(volunteerStates)),
  version: z.int(),
  allowedActions: z.array(z.enum(['join', 'leave', 'manage'])),
})
export type VolunteerTeam = z.infer<typeof VolunteerTeam>

/** Somebody's place in a team. */
export const Volunteer = z.strictObject({
  id: Id,
  team: OrgRef,
  /** Masked. */
  name: z.nullable(z.string()),
  state: z.enum(volunteerStates),
  appliedAt: Instant,
  version: z.int(),
  allowedActions: z.array(z.enum(['decide', 'leave'])),
})
export type Volunteer = z.infer<typeof Volunteer>

/** A sign-up as the volunteer and those who run the activity see it. */
export const Signup = z.strictObject({
  id: Id,
  activity: z.strictObject({ id: Id, title: z.string(), startsAt: Instant, endsAt: Instant }),
  team: OrgRef,
  name: z.nullable(z.string()),
  isOwn: z.boolean(),
  state: z.enum(signupStates),
  checkedInAt: z.nullable(Instant),
  checkedOutAt: z.nullable(Instant),
  /** Whole minutes: recorded by the checks, and once confirmed the confirmed ones. */
  minutes: z.nullable(z.int()),
  points: z.nullable(Points),
  version: z.int(),
  allowedActions: z.array(z.enum(signupActions)),
})
export type Signup = z.infer<typeof Signup>

/** One date for which volunteers sign up. Public, without anyone's name. */
export const Activity = z.strictObject({
  id: Id,
  team: OrgRef,
  title: z.string(),
  place: z.string(),
  detail: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  capacity: z.int(),
  taken: z.int(),
  isCancelled: z.boolean(),
  /** Why it was called off: for those who had signed up and those who run it. */
  cancelNote: z.nullable(z.string()),
  /** What it serves: of a wish that the team claimed what everyone may read of it on the wall; null without. */
  wish: z.nullable(z.strictObject({ orderId: Id, title: z.string(), communityName: z.string() })),
  isDemo: z.boolean(),
  /** Shown to those who run it alone: what volunteers type at the place. */
  checkCode: z.nullable(z.string()),
  /** The caller's own sign-up. */
  own: z.nullable(Signup),
  version: z.int(),
  allowedActions: z.array(z.enum(['sign-up', 'move', 'cancel', 'manage'])),
})
export type Activity = z.infer<typeof Activity>

/** A date that serves an order, with whoever signed up for it. */
const OrderActivity = z.strictObject({
  activity: Activity,
  /** Masked; not those who gave their place back. */
  people: z.array(z.strictObject({ id: Id, name: z.nullable(z.string()), state: z.enum(signupStates) })),
})
export type OrderActivity = z.infer<typeof OrderActivity>

/** What one person did as a volunteer. */
export const Volunteering = z.strictObject({
  /** Their own, in full: it stands on the certificate. */
  name: z.nullable(z.string()),
  teams: z.array(Volunteer),
  /** Confirmed minutes in all, and of how many activities. */
  minutes: z.int(),
  activities: z.int(),
  balance: Points,
  asOf: Instant,
})
export type Volunteering = z.infer<typeof Volunteering>

const CreateActivity = z.strictObject({ teamCode: OrgCode, ...shiftWords }).check(...spanChecks)
export type CreateActivity = z.output<typeof CreateActivity>

const Minutes = z.int().check(z.gte(0), z.lte(1440))

export const volunteerContracts = {
  'volunteer-teams.list': {
    summary: 'Units of a district that take volunteers',
    auth: 'public',
    query: z.strictObject({ org: OrgCode }),
    status: 200,
    response: z.strictObject({ items: z.array(VolunteerTeam) }),
    errors: ['not_found'],
  },
  'volunteer-teams.save': {
    summary: 'Say what a unit’s volunteers do, and whether it takes more of them',
    auth: 'person',
    params: team,
    body: z.strictObject({ intro: text(300), isOpen: z.boolean() }),
    status: 200,
    response: VolunteerTeam,
    errors: ['forbidden', 'not_found', 'lost_race', 'version_mismatch'],
    takesVersion: true,
  },
  'volunteer-teams.join': {
    summary: 'Ask to be a volunteer of a team',
    auth: 'person',
    params: team,
    body: nothing,
    status: 201,
    response: Volunteer,
    errors: [
      'forbidden',
      'consent_needed',
      'not_found',
      'wrong_state',
      'already_exists',
      'lost_race',
      'idempotency_key_reused',
    ],
    isIdempotent: true,
  },
  'volunteers.me': {
    summary: 'My teams, my hours and my points',
    auth: 'person',
    status: 200,
    response: Volunteering,
  },
  'volunteers.list': {
    summary: 'Volunteers of a team, those who wait for an answer first',
    auth: 'person',
    query: z.strictObject({ ...PageQuery, teamCode: OrgCode, state: z.optional(z.enum(volunteerStates)) }),
    status: 200,
    response: page(Volunteer),
    errors: ['forbidden', 'not_found', 'malformed_request'],
  },
  'volunteers.decide': moves(
    'Take somebody into the team, or not',
    z.strictObject({ decision: z.enum(['accept', 'refuse']) }),
    Volunteer,
  ),
  'volunteers.leave': moves('Leave a team, or take somebody off it', nothing, Volunteer),
  'activities.list': {
    summary:
      'Activities: open ones of a district by their beginning, those of a team, or my own sign-ups, the latest first',
    auth: 'public',
    query: z
      .strictObject({
        ...PageQuery,
        view: z._default(z.enum(['open', 'mine', 'team']), 'open'),
        org: z.optional(OrgCode),
      })
      .check(z.refine(({ view, org }) => view === 'mine' || org !== undefined, { path: ['org'], error: '请选择组织' })),
    status: 200,
    response: page(Activity),
    errors: ['not_signed_in', 'forbidden', 'not_found', 'malformed_request'],
  },
  'activities.create': {
    summary: 'Offer a date for which volunteers sign up',
    auth: 'person',
    body: CreateActivity,
    status: 201,
    response: Activity,
    errors: ['forbidden', 'not_found', 'idempotency_key_reused'],
    isIdempotent: true,
  },
  'orders.volunteers': {
    summary: 'For the team that claimed an order and those above it: its dates, the latest 20, and who signed up',
    auth: 'person',
    params,
    status: 200,
    response: z.strictObject({ items: z.array(OrderActivity) }),
    errors: ['forbidden', 'not_found'],
  },
  'activities.show': {
    summary: 'One activity',
    auth: 'public',
    params,
    status: 200,
    response: Activity,
    errors: ['not_found'],
  },
  'activities.sign-up': moves('Take a place at an activity', nothing, Activity),
  'activities.move': moves(
    'Change when and where an activity is, before it begins: everyone who signed up is told',
    MoveActivity,
    Activity,
  ),
  'activities.cancel': moves(
    'Call an activity off: everyone who signed up is told',
    z.strictObject({ note: text(200) }),
    Activity,
  ),
  'signups.list': {
    summary: 'Who signed up for an activity, for those who run it',
    auth: 'person',
    params,
    query: z.strictObject(PageQuery),
    status: 200,
    response: page(Signup),
    errors: ['forbidden', 'not_found', 'malformed_request'],
  },
  'signups.cancel': moves('Give a place at an activity back', nothing, Signup),
  'signups.check-in': moves(
    'Say that one is there: by the code shown at the place, or by the leader without one',
    z.strictObject({ code: z.optional(Code) }),
    Signup,
  ),
  'signups.check-out': moves('Say that one leaves; the minutes between are recorded', nothing, Signup),
  'signups.confirm': moves(
    'Confirm recorded minutes, or fewer: points follow',
    z.strictObject({ minutes: z.optional(Minutes) }),
    Signup,
  ),
  'signups.miss': moves('Say that somebody did not come', nothing, Signup),
  'signups.correct': moves(
    'Correct confirmed minutes by a dated entry beside the first',
    z.strictObject({ minutes: Minutes, note: text(200) }),
    Signup,
  ),
} as const
