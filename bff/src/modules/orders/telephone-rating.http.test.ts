import { makeCast, orderBody, steps, take, type Cast } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'

let server: TestServer
let cast: Cast

beforeAll(async () => {
  server = await openTestServer()
  cast = await makeCast(await server.world())
})
afterAll(() => server.close())

const onBehalfOf = { name: '赵玉珍', relation: '邻居' }
const fulfilled = async (phone?: string) => {
  const body = orderBody(cast.world, { onBehalfOf: { ...onBehalfOf, phone } })
  const placed = await cast.resident.ok('orders.place', { body })
  return take(cast, placed, ['accept', 'fulfil'])
}

describe('orders.rate by telephone', () => {
  test('the street writes down what someone without an account said, marked as such', async () => {
    const { id } = await fulfilled()
    const rated = await cast.street.ok('orders.rate', { params: { id }, body: { stars: 4, comment: '电话里说修好了' } })
    expect(rated.rating).toMatchObject({ stars: 4, isTelephone: true })
    const graded = await steps.grade(cast, { id })
    expect(graded.status).toBe('graded')
  })

  test('an owner’s own rating is not marked', async () => {
    const { id } = await take(cast, await cast.resident.ok('orders.place', { body: orderBody(cast.world) }), [
      'accept',
      'fulfil',
    ])
    expect((await steps.rate(cast, { id })).rating).toMatchObject({ isTelephone: false })
  })

  test('nobody rates for an owner who has an account, and neither the helper nor the community ever does', async () => {
    const phone = '13911113333'
    const owner = await cast.world.person({ phone })
    const owned = { params: { id: (await fulfilled(phone)).id }, body: { stars: 5 as const } }
    await cast.street.refused('orders.rate', 'forbidden', owned)
    await cast.resident.refused('orders.rate', 'forbidden', owned)
    await owner.ok('orders.rate', owned)
    const unowned = { params: { id: (await fulfilled()).id }, body: { stars: 5 as const } }
    await cast.resident.refused('orders.rate', 'forbidden', unowned)
    await cast.community.refused('orders.rate', 'forbidden', unowned)
  })
})
