import type { Order, PlaceOrderInput } from '@xinban/shared/contracts'
import type { OrderStatus } from '@xinban/shared/domain'
import type { Caller, World } from './world'

export const fullMarks = { timeliness: 30, quality: 40, evidence: 15, communication: 15 }

export const orderBody = (world: World, changes: Partial<PlaceOrderInput> = {}): PlaceOrderInput => ({
  kind: 'issue',
  communityCode: world.community,
  title: '楼道灯不亮',
  content: '三楼的灯坏了好几天，晚上看不清台阶',
  ...changes,
})

/** Everyone whom an order meets. */
export interface Cast {
  readonly world: World
  readonly resident: Caller
  readonly community: Caller
  readonly gridWorker: Caller
  readonly street: Caller
  /** Of a unit of the community, registered for claims. */
  readonly unit: Caller
}

export async function makeCast(world: World): Promise<Cast> {
  return {
    world,
    resident: await world.person({ name: '王小明', communityCode: world.community }),
    community: await world.staff('community_staff', world.community),
    gridWorker: await world.staff('grid_worker', world.grid),
    street: await world.staff('street_staff', world.street),
    unit: await world.unitStaff(world.unit),
  }
}

type Step = (cast: Cast, params: { id: string }) => Promise<Order>

/** The actions of the main job, each by whom it belongs to and with a body that will do. */
export const steps = {
  accept: ({ community }, params) => community.ok('orders.accept', { params, body: {} }),
  decline: ({ community }, params) =>
    community.ok('orders.decline', { params, body: { reason: 'not_our_duty', note: '不归社区管' } }),
  confirm: ({ street }, params) =>
    street.ok('orders.resolve-decline', { params, body: { decision: 'confirm', note: '情况属实' } }),
  dispatch: ({ community, world }, params) =>
    community.ok('orders.dispatch', { params, body: { toCode: world.grid, note: '请今天去看' } }),
  progress: ({ community }, params) => community.ok('orders.progress', { params, body: { note: '已经上门看过' } }),
  fulfil: ({ community }, params) => community.ok('orders.fulfil', { params, body: { note: '灯泡换好了' } }),
  withdraw: ({ resident }, params) => resident.ok('orders.withdraw', { params, body: { note: '自己修好了' } }),
  rate: ({ resident }, params) =>
    resident.ok('orders.rate', { params, body: { stars: 5, reasons: [950], comment: '很快' } }),
  rework: ({ street }, params) => street.ok('orders.rework', { params, body: { note: '还是不亮，请再去一次' } }),
  merge: async (cast, params) => {
    const neighbour = await cast.world.person()
    const into = await neighbour.ok('orders.place', {
      body: orderBody(cast.world, { title: '同一件事' }),
    })
    return cast.community.ok('orders.merge', { params, body: { intoId: into.id } })
  },
  offer: ({ community }, params) =>
    community.ok('orders.offer-to-units', { params, body: { title: '想把灯修亮', category: 'repair' } }),
  list: ({ street }, params) =>
    street.ok('orders.approve', { params, body: { title: '想把灯修亮', category: 'repair' } }),
  claim: ({ unit }, params) => unit.ok('orders.claim', { params, body: {} }),
  grade: ({ street }, params) => street.ok('orders.grade', { params, body: { scores: fullMarks, note: '办得扎实' } }),
} as const satisfies Record<string, Step>
export type StepName = keyof typeof steps

const ways: Record<OrderStatus, readonly StepName[]> = {
  submitted: [],
  accepted: ['accept'],
  declining: ['accept', 'decline'],
  listed: ['accept', 'offer', 'list'],
  in_progress: ['accept', 'dispatch'],
  fulfilled: ['accept', 'fulfil'],
  rated: ['accept', 'fulfil', 'rate'],
  rework: ['accept', 'fulfil', 'rework'],
  graded: ['accept', 'fulfil', 'rate', 'grade'],
  declined: ['decline', 'confirm'],
  withdrawn: ['withdraw'],
  merged: ['merge'],
}

/** A new order of the cast's resident, brought by real requests into `status`. */
export async function orderIn(cast: Cast, status: OrderStatus, changes: Partial<PlaceOrderInput> = {}): Promise<Order> {
  const placed = await cast.resident.ok('orders.place', { body: orderBody(cast.world, changes) })
  return take(cast, placed, ways[status])
}

export async function take(cast: Cast, order: Order, names: readonly StepName[]): Promise<Order> {
  let moved = order
  for (const name of names) moved = await steps[name](cast, { id: order.id })
  return moved
}
