import type { TestClock } from './clock'
import { orderBody, take, type Cast, type StepName } from './orders'

type BeginStep = StepName | 'overrule' | 'rateBadly' | 'askForTime'

/** Where a walk begins: what is many steps away is met as often as what is near. */
const ways = {
  placed: ['issue', []],
  wish: ['wish', []],
  'on the wall': ['wish', ['list']],
  claimed: ['wish', ['list', 'claim']],
  'done by a unit': ['wish', ['list', 'claim', 'fulfil']],
  declining: ['issue', ['accept', 'decline']],
  'almost too many declines': ['issue', ['accept', 'decline', 'overrule', 'decline', 'overrule']],
  'rated badly': ['issue', ['accept', 'fulfil', 'rateBadly', 'rework']],
  'with the district': ['issue', ['accept', 'fulfil', 'rework', 'fulfil', 'rework', 'fulfil', 'rework']],
  'with the district, more time asked for': [
    'issue',
    ['accept', 'fulfil', 'rework', 'fulfil', 'rework', 'fulfil', 'rework', 'askForTime'],
  ],
} as const satisfies Record<string, readonly ['issue' | 'wish', readonly BeginStep[]]>

type Beginning = keyof typeof ways
export const beginnings = Object.keys(ways) as Beginning[]

type OwnStep = Exclude<BeginStep, StepName>
const ownSteps: Record<OwnStep, (cast: Cast, id: string) => Promise<unknown>> = {
  overrule: ({ street }, id) =>
    street.ok('orders.resolve-decline', { params: { id }, body: { decision: 'overrule', note: '该你们办' } }),
  rateBadly: ({ resident }, id) =>
    resident.ok('orders.rate', { params: { id }, body: { stars: 1, comment: '还是不亮' } }),
  askForTime: ({ community }, id) =>
    community.ok('orders.request-extension', { params: { id }, body: { days: 2, note: '等配件' } }),
}
const isOwn = (step: BeginStep): step is OwnStep => step in ownSteps

/** A public order, or a wish, as far as its name says, a minute between the steps; its id. */
export async function beginOrder(cast: Cast, clock: TestClock, name: Beginning): Promise<string> {
  const [kind, steps] = ways[name]
  const order = await cast.resident.ok('orders.place', { body: orderBody(cast.world, { kind, visibility: 'public' }) })
  for (const step of steps as readonly BeginStep[]) {
    clock.advance({ minutes: 1 })
    await (isOwn(step) ? ownSteps[step](cast, order.id) : take(cast, order, [step]))
  }
  return order.id
}
