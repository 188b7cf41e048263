import type { Order, PlaceOrderInput } from '@xinban/shared/contracts'
import type { OrderAction, OrderStatus } from '@xinban/shared/domain'
import { newId } from '../src/db/ids'
import { fullMarks, orderIn, steps, type Cast } from './orders'
import type { Caller } from './world'

/** The cast, the district that decides what was escalated to it, and a second unit that may claim. */
export interface ActionCast extends Cast {
  readonly district: Caller
  readonly partner: Caller
}
type Actor = 'resident' | 'community' | 'street' | 'district' | 'unit' | 'partner'

/** What one action of the flow does, and everything it is refused for. */
export interface ActionRow {
  /** A status it starts from, and one it does not start from. */
  readonly from: OrderStatus
  readonly notFrom: OrderStatus
  /** How the order is placed, where that matters. */
  readonly placed?: Partial<PlaceOrderInput>
  /** What has to have happened beside the status. */
  readonly prepare?: (cast: ActionCast, params: { id: string }) => Promise<Order>
  /** The same for the status that it does not start from. */
  readonly prepareNot?: ActionRow['prepare']
  /** A status in which no stranger sees it, where `from` is on the wall. */
  readonly unseen?: OrderStatus
  readonly by: Actor
  /** Who sees the order and may not take this action. */
  readonly notBy: Actor
  readonly to: OrderStatus
  readonly body: (cast: ActionCast) => object | Promise<object>
  /** Bodies that are understood but invalid, by the field they are refused for. */
  readonly invalid: Readonly<Record<string, object>>
}

const long = (length: number) => '字'.repeat(length)
/** An id that there is not. */
export const nowhere = newId(new Date(0))
const note = '情况属实'

const rateBadly: ActionRow['prepare'] = ({ resident }, params) =>
  resident.ok('orders.rate', { params, body: { stars: 1, comment: '还是不亮' } })

const mainJob = {
  accept: {
    ...{ from: 'submitted', notFrom: 'accepted', by: 'community', notBy: 'resident', to: 'accepted', body: () => ({}) },
    invalid: {
      note: { note: '多余的' },
      complex: { complexReason: '要协调三家' },
      complexReason: { complex: true },
    },
  },
  decline: {
    ...{ from: 'accepted', notFrom: 'in_progress', by: 'community', notBy: 'street', to: 'declining' },
    body: () => ({ reason: 'wrong_place', note: '在河对面' }),
    invalid: { reason: { reason: 'tired', note: '累了' }, note: { reason: 'wrong_place', note: '  ' } },
  },
  'resolve-decline': {
    ...{ from: 'declining', notFrom: 'submitted', by: 'street', notBy: 'community', to: 'declined' },
    body: () => ({ decision: 'confirm', note }),
    invalid: {
      decision: { decision: 'perhaps', note },
      note: { decision: 'confirm' },
      toCode: { decision: 'redirect', note },
    },
  },
  dispatch: {
    ...{ from: 'accepted', notFrom: 'submitted', by: 'community', notBy: 'street', to: 'in_progress' },
    body: ({ world }) => ({ toCode: world.grid }),
    invalid: { toCode: {}, memberId: { memberId: nowhere }, note: { toCode: '910101-U1', note: long(2001) } },
  },
  progress: {
    ...{ from: 'in_progress', notFrom: 'submitted', by: 'community', notBy: 'resident', to: 'in_progress' },
    body: () => ({ note: '在等配件' }),
    invalid: { note: { note: '' } },
  },
  fulfil: {
    ...{ from: 'rework', notFrom: 'submitted', by: 'community', notBy: 'resident', to: 'fulfilled' },
    body: () => ({ note: '换好了' }),
    invalid: { note: { note: long(10_001) } },
  },
  withdraw: {
    ...{ from: 'declining', notFrom: 'in_progress', by: 'resident', notBy: 'community', to: 'withdrawn' },
    body: () => ({}),
    invalid: { note: { note: long(2001) } },
  },
  rate: {
    ...{ from: 'fulfilled', notFrom: 'accepted', by: 'resident', notBy: 'community', to: 'rated' },
    body: () => ({ stars: 1, reasons: [910, 108], comment: '没有人来' }),
    invalid: {
      stars: { stars: 6 },
      reasons: { stars: 5, reasons: [910] },
      comment: { stars: 5, comment: long(1001) },
    },
  },
  grade: {
    ...{ from: 'rated', notFrom: 'accepted', by: 'street', notBy: 'community', to: 'graded' },
    body: () => ({ scores: fullMarks }),
    invalid: {
      'scores.timeliness': { scores: { ...fullMarks, timeliness: 31 } },
      'scores.quality': { scores: { ...fullMarks, quality: 39.5 } },
      'scores.evidence': { scores: { ...fullMarks, evidence: -1 } },
      scores: {},
    },
  },
  rework: {
    ...{ from: 'fulfilled', notFrom: 'graded', by: 'street', notBy: 'resident', to: 'rework' },
    body: () => ({ note: '还是不亮' }),
    invalid: { note: {} },
  },
} satisfies Partial<Record<OrderAction, ActionRow>>

const beside = {
  approve: {
    ...{ from: 'submitted', placed: { visibility: 'public' }, notFrom: 'graded', by: 'community', notBy: 'resident' },
    ...{ to: 'submitted', body: () => ({}) },
    invalid: { note: { note: '多余的' } },
  },
  second: {
    ...{
      from: 'submitted',
      placed: { visibility: 'public' },
      notFrom: 'fulfilled',
      by: 'community',
      notBy: 'resident',
    },
    prepare: ({ community }, params) => community.ok('orders.approve', { params, body: {} }),
    ...{ to: 'submitted', body: () => ({}) },
    invalid: { note: { note: '多余的' } },
  },
  merge: {
    ...{ from: 'submitted', notFrom: 'fulfilled', by: 'community', notBy: 'resident', to: 'merged' },
    body: async (cast) => ({ intoId: (await orderIn(cast, 'submitted')).id }),
    invalid: { intoId: { intoId: nowhere }, note: { intoId: nowhere, note: long(2001) } },
  },
  unmerge: {
    ...{ from: 'merged', notFrom: 'submitted', by: 'community', notBy: 'resident', to: 'submitted', body: () => ({}) },
    invalid: { note: { note: long(2001) } },
  },
  'request-extension': {
    ...{ from: 'accepted', notFrom: 'submitted', by: 'community', notBy: 'street', to: 'accepted' },
    body: () => ({ days: 3, note: '等配件' }),
    invalid: { days: { days: 61, note }, note: { days: 3 } },
  },
  'resolve-extension': {
    ...{ from: 'accepted', notFrom: 'submitted', by: 'street', notBy: 'community', to: 'accepted' },
    prepare: ({ community }, params) => community.ok('orders.request-extension', { params, body: { days: 3, note } }),
    body: () => ({ decision: 'grant' }),
    invalid: { decision: { decision: 'perhaps' }, note: { decision: 'refuse', note: long(2001) } },
  },
  urge: {
    ...{ from: 'accepted', notFrom: 'fulfilled', by: 'resident', notBy: 'community', to: 'accepted', body: () => ({}) },
    invalid: { note: { note: long(201) } },
  },
  dispute: {
    ...{ from: 'fulfilled', notFrom: 'accepted', by: 'resident', notBy: 'community', to: 'fulfilled' },
    body: () => ({ note: '没有修' }),
    invalid: { note: {}, 'attachments.0': { note, attachments: ['x'] } },
  },
  'resolve-dispute': {
    ...{ from: 'fulfilled', notFrom: 'accepted', by: 'street', notBy: 'community', to: 'rework' },
    prepare: ({ resident }, params) => resident.ok('orders.dispute', { params, body: { note: '没有修' } }),
    body: () => ({ decision: 'uphold', note }),
    invalid: { decision: { decision: 'perhaps', note }, note: { decision: 'reject' } },
  },
  'resolve-escalation': {
    ...{ from: 'submitted', notFrom: 'fulfilled', by: 'district', notBy: 'street', to: 'accepted' },
    prepare: async (cast, params) => {
      const body = { decision: 'overrule', note } as const
      for (let time = 1; time < 3; time++) {
        await steps.decline(cast, params)
        await cast.street.ok('orders.resolve-decline', { params, body })
      }
      return steps.decline(cast, params)
    },
    body: () => ({ decision: 'assign', note }),
    invalid: {
      decision: { decision: 'continue', note },
      toCode: { decision: 'assign', toCode: '1', note },
      note: { decision: 'assign' },
    },
  },
} satisfies Partial<Record<OrderAction, ActionRow>>

const badReview = {
  callback: {
    ...{ from: 'fulfilled', prepare: rateBadly, notFrom: 'accepted', by: 'street', notBy: 'community', to: 'rated' },
    body: () => ({ note: '居民说灯又坏了' }),
    invalid: { note: {}, isReached: { isReached: '没有', note } },
  },
  rectify: {
    ...{ from: 'fulfilled', prepare: rateBadly, notFrom: 'accepted', by: 'community', notBy: 'resident', to: 'rated' },
    body: () => ({ note: '换了新灯座' }),
    invalid: { note: { note: '' } },
  },
  'follow-up-rating': {
    ...{ from: 'fulfilled', notFrom: 'accepted', by: 'resident', notBy: 'street', to: 'rated' },
    prepare: async (cast, params) => {
      await cast.resident.ok('orders.rate', { params, body: { stars: 1 } })
      return cast.community.ok('orders.rectify', { params, body: { note } })
    },
    body: () => ({ stars: 4 }),
    invalid: { stars: { stars: 0 }, reasons: { stars: 4, reasons: [510] } },
  },
} satisfies Partial<Record<OrderAction, ActionRow>>

const invite: NonNullable<ActionRow['prepare']> = async (cast, params) => {
  await steps.claim(cast, params)
  return cast.unit.ok('orders.invite-unit', { params, body: { unitCode: cast.world.streetUnit } })
}
const claimAndFulfil: NonNullable<ActionRow['prepare']> = async (cast, params) => {
  await steps.claim(cast, params)
  return cast.unit.ok('orders.fulfil', { params, body: { note: '修好了' } })
}
const inHandOfUnit = {
  ...({ from: 'listed', prepare: steps.claim, notFrom: 'listed', prepareNot: claimAndFulfil } as const),
  ...({ unseen: 'in_progress', by: 'unit', notBy: 'community' } as const),
}

const shift = {
  ...{ title: '一起把灯修亮', place: '社区活动室', capacity: 5 },
  ...{ startsAt: '2099-06-01T09:00:00+08:00', endsAt: '2099-06-01T11:00:00+08:00' },
}

const wall = {
  'offer-to-units': {
    ...{ from: 'accepted', notFrom: 'submitted', by: 'community', notBy: 'street', to: 'accepted' },
    body: () => ({ title: '想把灯修亮', category: 'repair' }),
    invalid: {
      title: { title: long(41), category: 'repair' },
      category: { title: '想把灯修亮', category: 'moon' },
      note: { title: '想把灯修亮', category: 'repair', note: long(2001) },
    },
  },
  unlist: {
    ...{ from: 'accepted', prepare: steps.offer, notFrom: 'fulfilled', by: 'street', notBy: 'community' },
    ...{ to: 'accepted', body: () => ({ note: '社区就能办' }) },
    invalid: { note: {} },
  },
  claim: {
    ...{ from: 'listed', notFrom: 'listed', prepareNot: steps.claim, unseen: 'accepted', by: 'unit' },
    ...{ notBy: 'community', to: 'in_progress', body: () => ({}) },
    invalid: { unitCode: { unitCode: '一队' } },
  },
  'first-contact': {
    ...inHandOfUnit,
    ...{ to: 'in_progress', body: () => ({ note: '约好周六上门' }) },
    invalid: { note: { note: long(2001) } },
  },
  release: { ...inHandOfUnit, to: 'listed', body: () => ({ note: '人手不够' }), invalid: { note: {} } },
  'invite-unit': {
    ...inHandOfUnit,
    ...{ to: 'in_progress', body: ({ world }) => ({ unitCode: world.streetUnit }) },
    invalid: { unitCode: {} },
  },
  'call-volunteers': {
    ...inHandOfUnit,
    ...{ to: 'in_progress', body: () => shift },
    invalid: {
      title: { ...shift, title: '' },
      place: { ...shift, place: '槐树小区 3 号楼' },
      capacity: { ...shift, capacity: 0 },
      startsAt: { ...shift, startsAt: '2020-01-01T09:00:00+08:00', endsAt: '2020-01-01T11:00:00+08:00' },
      endsAt: { ...shift, endsAt: shift.startsAt },
    },
  },
  join: {
    ...{ from: 'listed', prepare: invite, unseen: 'in_progress', by: 'partner', notBy: 'unit', to: 'in_progress' },
    notFrom: 'listed',
    prepareNot: async (cast, params) => {
      await invite(cast, params)
      return cast.unit.ok('orders.fulfil', { params, body: { note: '修好了' } })
    },
    ...{ body: () => ({}), invalid: { note: { note: '多余的' } } },
  },
} satisfies Partial<Record<OrderAction, ActionRow>>

/** By action; `orders-actions.http.test.ts` proves that none of the flow is missing. */
export const actionRows: Readonly<Partial<Record<OrderAction, ActionRow>>> = {
  ...{ ...mainJob, ...wall },
  ...{ ...beside, ...badReview },
}
