import { Validator } from '@seriousme/openapi-schema-validator'
import { apiBase, contracts, routes, type Contract, type RouteName } from '@xinban/shared/contracts'
import { openTestServer, type TestServer } from '../../test/server'
import { openApiDocument } from './openapi'

interface Operation {
  readonly operationId: string
  readonly security: object[]
  readonly parameters: { name: string; in: string; required: boolean }[]
  readonly requestBody?: object
  readonly responses: Record<string, object>
}
interface Document {
  readonly openapi: string
  readonly paths: Record<string, Record<string, Operation>>
}

let server: TestServer
let served: Document
beforeAll(async () => {
  server = await openTestServer()
  served = (await (await server.anyone.send('GET', `${apiBase}/openapi.json`)).json()) as Document
})
afterAll(() => server.close())

const names = Object.keys(routes) as RouteName[]

test('openapi: what is served is a valid OpenAPI 3.1 document, and the present one', async () => {
  const document = served
  expect(document.openapi).toBe('3.1.0')
  expect(await new Validator().validate({ ...document })).toEqual({ valid: true })
  expect(document).toEqual(JSON.parse(JSON.stringify(openApiDocument())))
})

test('openapi: the validator does refuse a broken document', async () => {
  const broken = { ...served, paths: { '/x': { get: { responses: 'none' } } } }
  expect((await new Validator().validate(broken)).valid).toBe(false)
})

test('openapi: it holds exactly the routes of the contracts', () => {
  const { paths } = served
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${operationId} ${method.toUpperCase()} ${path}`),
  )
  const declared = names.map((name) => {
    const [method, path] = routes[name]
    return `${name} ${method} ${apiBase}${path.replace(/:(\w+)/g, '{$1}')}`
  })
  expect(described.sort()).toEqual(declared.sort())
})

test.each(names)('openapi: %s says who may call, what it takes and what it answers', (name) => {
  const [method, path] = routes[name]
  const contract: Contract = contracts[name]
  const operation = served.paths[apiBase + path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
  expect(operation?.security).toHaveLength(contract.auth === 'person' ? 1 : contract.isPrivate ? 2 : 0)
  expect(operation?.requestBody === undefined).toBe((contract.body ?? contract.upload) === undefined)
  expect(Object.keys(operation?.responses ?? {})).toContain(String(contract.status))
  const inPath = operation?.parameters.filter((parameter) => parameter.in === 'path') ?? []
  expect(inPath.map((parameter) => parameter.name)).toEqual([...path.matchAll(/:(\w+)/g)].map(([, part]) => part))
  const headers = operation?.parameters.filter((parameter) => parameter.in === 'header').map((header) => header.name)
  expect(headers?.includes('Idempotency-Key')).toBe(contract.isIdempotent === true)
  expect(headers?.includes('If-Match')).toBe(contract.takesVersion === true)
})

test.each(names)('app: %s is bound', async (name) => {
  const [method, path] = routes[name]
  const response = await server.anyone.send(method, apiBase + path.replace(/:\w+/g, '-'))
  const contract: Contract = contracts[name]
  // Without a token and with parts that fit nothing: a bound route refuses for one of these reasons.
  const takesNothing = contract.params === undefined && contract.query === undefined && contract.body === undefined
  // One view of the orders is everyone's, and it is not the first.
  const expected =
    contract.auth === 'person' || name === 'orders.list'
      ? 401
      : takesNothing || ['orgs.list', 'pledge-lists.list'].includes(name)
        ? 200
        : 422
  expect(response.status).toBe(expected)
})
