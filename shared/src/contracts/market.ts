import * as z from 'zod/mini'
import { pointReasons, redemptionStates } from '../domain/volunteers/points'
import { Id, Instant, OrgCode, OrgRef, PageQuery, optionalText, page, text } from './common'
import { Code, moves, nothing } from './moves'

const params = z.strictObject({ id: Id })
/** Points in steps of one half. */
export const Points = z.number()

export const PointEntry = z.strictObject({
  id: Id,
  at: Instant,
  reason: z.enum(pointReasons),
  /** What it was for, as a title; null where that is gone. */
  subject: z.nullable(z.string()),
  points: Points,
  balance: Points,
  note: z.nullable(z.string()),
})
export type PointEntry = z.infer<typeof PointEntry>

export const Reward = z.strictObject({
  id: Id,
  org: OrgRef,
  title: z.string(),
  detail: z.string(),
  cost: Points,
  stock: z.int(),
  isClosed: z.boolean(),
  isDemo: z.boolean(),
  version: z.int(),
  allowedActions: z.array(z.enum(['redeem', 'update', 'close', 'reopen'])),
})
export type Reward = z.infer<typeof Reward>

export const Redemption = z.strictObject({
  id: Id,
  reward: z.strictObject({ id: Id, title: z.string() }),
  org: OrgRef,
  /** Masked; of the person who redeemed. */
  name: z.nullable(z.string()),
  isOwn: z.boolean(),
  points: Points,
  /** Shown to its owner alone, who says it at the stall. */
  code: z.nullable(z.string()),
  state: z.enum(redemptionStates),
  at: Instant,
  version: z.int(),
  allowedActions: z.array(z.enum(['hand-over', 'cancel'])),
})
export type Redemption = z.infer<typeof Redemption>

const PointRules = z.strictObject({
  districtCode: OrgCode,
  version: z.int(),
  minutesPerPoint: z.int(),
  mostMinutes: z.int(),
  allowedActions: z.array(z.enum(['save'])),
})

/** In steps of half a point. */
const Cost = z.number().check(
  z.gte(0.5),
  z.lte(1000),
  z.refine((points) => Number.isInteger(points * 2), { error: '积分请填 0.5 的倍数' }),
)
const RewardContent = {
  title: text(40),
  detail: optionalText(200),
  cost: Cost,
  stock: z.int().check(z.gte(0), z.lte(100_000)),
}
const CreateReward = z.strictObject({ orgCode: OrgCode, ...RewardContent })
export type CreateReward = z.output<typeof CreateReward>
const UpdateReward = z.strictObject(RewardContent)
export type UpdateReward = z.output<typeof UpdateReward>

export const marketContracts = {
  'point-entries.list': {
    summary: 'My points ledger, the latest first',
    auth: 'person',
    query: z.strictObject(PageQuery),
    status: 200,
    response: page(PointEntry),
    errors: ['malformed_request'],
  },
  'rewards.list': {
    summary: 'What the market of an org gives for points; for those who run it the closed ones too',
    auth: 'public',
    query: z.strictObject({ ...PageQuery, org: OrgCode }),
    status: 200,
    response: page(Reward),
    errors: ['not_found', 'malformed_request'],
  },
  'rewards.create': {
    summary: 'Put something on the market',
    auth: 'person',
    body: CreateReward,
    status: 201,
    response: Reward,
    errors: ['forbidden', 'not_found', 'idempotency_key_reused'],
    isIdempotent: true,
  },
  'rewards.update': {
    summary: 'Change what is on the market',
    auth: 'person',
    params,
    body: UpdateReward,
    status: 200,
    response: Reward,
    errors: ['forbidden', 'not_found', 'lost_race', 'version_mismatch'],
    takesVersion: true,
  },
  'rewards.close': moves('Take something off the market', nothing, Reward),
  'rewards.reopen': moves('Put it back', nothing, Reward),
  'rewards.redeem': {
    summary: 'Give points for one piece; stock and balance never fall below zero',
    auth: 'person',
    params,
    body: nothing,
    status: 201,
    response: Redemption,
    errors: ['not_found', 'wrong_state', 'idempotency_key_reused'],
    isIdempotent: true,
  },
  'redemptions.list': {
    summary: 'My redemptions, or those of a stall that wait to be fetched',
    auth: 'person',
    query: z.strictObject({ ...PageQuery, org: z.optional(OrgCode) }),
    status: 200,
    response: page(Redemption),
    errors: ['forbidden', 'not_found', 'malformed_request'],
  },
  'redemptions.hand-over': moves(
    'Hand over what was redeemed, against the code its owner says',
    z.strictObject({ code: Code }),
    Redemption,
  ),
  'redemptions.cancel': moves('Give points and piece back', nothing, Redemption),
  'point-rules.show': {
    summary: 'What hours are worth in a district',
    auth: 'person',
    query: z.strictObject({ districtCode: OrgCode }),
    status: 200,
    response: PointRules,
    errors: ['not_found'],
  },
  'point-rules.save': {
    summary: 'Set what hours are worth, from now on',
    auth: 'person',
    body: z.strictObject({
      districtCode: OrgCode,
      minutesPerPoint: z.int().check(z.gte(10), z.lte(600)),
      mostMinutes: z.int().check(z.gte(10), z.lte(1440)),
    }),
    status: 200,
    response: PointRules,
    errors: ['forbidden', 'not_found', 'version_mismatch', 'lost_race'],
    takesVersion: true,
  },
} as const
