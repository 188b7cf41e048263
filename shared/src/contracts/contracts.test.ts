import { orderActions, orderFlow } from '../domain/orders/order-flow'
import { contracts, DeclineOrder, DispatchOrder, fillPath, PlaceOrder, routes, type RouteName } from './index'

const names = Object.keys(routes) as RouteName[]

test('every route has a contract and every contract a route', () => {
  expect(Object.keys(contracts).sort()).toEqual([...names].sort())
})

test('no two routes share method and path', () => {
  const addresses = names.map((name) => routes[name].join(' '))
  expect(new Set(addresses).size).toBe(addresses.length)
})

test.each(names)('%s takes exactly the parameters of its path', (name) => {
  const contract = contracts[name]
  const inPath = [...routes[name][1].matchAll(/:(\w+)/g)].map(([, param]) => param)
  const declared = 'params' in contract ? Object.keys(contract.params.shape) : []
  expect(declared).toEqual(inPath)
})

test('every action of the flow has its endpoint', () => {
  const byPeople = orderActions.filter((action) => !orderFlow.actions[action].by.includes('time'))
  for (const action of byPeople) expect(routes).toHaveProperty([`orders.${action}`])
})

test('fillPath escapes what it fills in, and misses nothing silently', () => {
  expect(fillPath('/orders/:id/accept', { id: 'a/b' })).toBe('/orders/a%2Fb/accept')
  expect(() => fillPath('/orders/:id')).toThrow('needs id')
})

test('PlaceOrder trims, fills defaults and refuses what it does not know', () => {
  const body = { kind: 'issue', communityCode: '610303001002', title: '  路灯  ', content: '不亮' }
  expect(PlaceOrder.parse(body)).toEqual({ ...body, title: '路灯', urgency: 'normal', visibility: 'private' })
  expect(PlaceOrder.safeParse({ ...body, status: 'graded' }).success).toBe(false)
  expect(PlaceOrder.safeParse({ ...body, title: ' '.repeat(5) }).success).toBe(false)
})

test('a decline takes the reason as code or as officials say it', () => {
  expect(DeclineOrder.parse({ reason: '属地不符', note: '在隔壁街道' }).reason).toBe('wrong_place')
  expect(DeclineOrder.parse({ reason: 'wrong_place', note: '在隔壁街道' }).reason).toBe('wrong_place')
  expect(DeclineOrder.safeParse({ reason: '不想办', note: '…' }).success).toBe(false)
})

test('a dispatch names an org or a member, not both and not neither', () => {
  const memberId = '01a201f6-9be3-742d-9ab4-5254c5165f67'
  expect(DispatchOrder.safeParse({ toCode: '610303001002001' }).success).toBe(true)
  expect(DispatchOrder.safeParse({ memberId }).success).toBe(true)
  expect(DispatchOrder.safeParse({}).success).toBe(false)
  expect(DispatchOrder.safeParse({ toCode: '610303001002001', memberId }).success).toBe(false)
})
