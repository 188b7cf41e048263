import { contracts, routes, type Contract, type RouteName } from '@xinban/shared/contracts'
import { openTestServer, type TestServer } from '../../test/server'
import { ApiClient } from '../../test/client'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

const personal = (Object.keys(routes) as RouteName[]).filter((name) => {
  const contract: Contract = contracts[name]
  return contract.auth === 'person'
})

test('most endpoints are for who is signed in', () => {
  expect(personal.length).toBeGreaterThan(Object.keys(routes).length / 2)
})

test.each(personal)(
  '%s: 401 without a token and with one that nobody gave out, whatever else is wrong',
  async (name) => {
    const [method, path] = routes[name]
    const params = Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, key = '']) => [key, 'x']))
    const call = { params, ...(method !== 'GET' && { body: {} }) }
    const refusal = await server.anyone.refused(name, 'not_signed_in', call)
    expect(refusal.status).toBe(401)
    await new ApiClient(server.url, 'a'.repeat(43)).refused(name, 'not_signed_in', call)
  },
)
