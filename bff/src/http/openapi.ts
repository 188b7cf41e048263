import {
  apiBase,
  contracts,
  errorStatuses,
  Problem,
  routes,
  type Contract,
  type RouteName,
} from '@xinban/shared/contracts'
import * as z from 'zod/mini'

type Json = Record<string, unknown>

const bearer = [{ bearer: [] }]
const idempotencyHeader = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Same key and body within 24 hours give the same resource again',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
}
const versionHeader = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'The version that the caller saw, in double quotes; 412 when there is a newer one',
  schema: { type: 'string' },
}

const deviceHeader = {
  name: 'X-Device-Id',
  in: 'header',
  required: false,
  description:
    'A random id that an app makes for the device it runs on; only a keyed hash is kept, for 30 days, against brushed ratings',
  schema: { type: 'string', minLength: 16, maxLength: 64 },
}

/** The OpenAPI 3.1 document, made from the contracts alone. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {}
  for (const [name, [method, path]] of Object.entries(routes) as [RouteName, (typeof routes)[RouteName]][]) {
    const address = apiBase + path.replace(/:(\w+)/g, '{$1}')
    paths[address] = { ...paths[address], [method.toLowerCase()]: operation(name, contracts[name]) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Xinban 心办',
      version: '1.0.0',
      description: 'Residents order, the community accepts and fulfils, the street grades.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: schemaOf(Problem, 'output') },
    },
  }
}

function operation(name: RouteName, contract: Contract): Json {
  const isPerson = contract.auth === 'person'
  const content = requestContent(contract)
  return {
    operationId: name,
    summary: contract.summary,
    tags: [name.split('.')[0]],
    // What depends on who asks is open to everyone in its public form.
    security: isPerson ? bearer : contract.isPrivate ? [...bearer, {}] : [],
    parameters: [
      ...parametersOf(contract.params, 'path'),
      ...parametersOf(contract.query, 'query'),
      ...(contract.isIdempotent ? [idempotencyHeader] : []),
      ...(contract.isIdempotent || contract.takesDevice ? [deviceHeader] : []),
      ...(contract.takesVersion ? [versionHeader] : []),
    ],
    ...(content && { requestBody: { required: true, content } }),
    responses: {
      [contract.status]:
        contract.status === 204 ? { description: 'Done' } : { description: 'Done', content: answerContent(contract) },
      ...problemResponses(contract),
    },
  }
}

function requestContent({ body, upload }: Contract): Json | undefined {
  if (body) return { 'application/json': { schema: schemaOf(body, 'input') } }
  if (!upload) return undefined
  const { field, mimes, maxBytes } = upload
  const file = { description: `At most ${maxBytes} bytes`, contentMediaType: 'application/octet-stream' }
  return {
    'multipart/form-data': {
      schema: { type: 'object', properties: { [field]: file }, required: [field] },
      encoding: { [field]: { contentType: mimes.join(', ') } },
    },
  }
}

/** Raw bytes have no schema in OpenAPI 3.1; their media type says it all. */
function answerContent({ bytes, response }: Contract): Json {
  if (bytes) return Object.fromEntries(bytes.map((mime) => [mime, {}]))
  return { 'application/json': { schema: schemaOf(response, 'output') } }
}

function parametersOf(schema: z.ZodMiniType | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

function problemResponses(contract: Contract): Json {
  const always = [
    ...(contract.auth === 'person' ? (['not_signed_in'] as const) : []),
    ...(contract.body ? (['malformed_json', 'too_large', 'unsupported_media_type'] as const) : []),
    ...(contract.upload ? (['malformed_request', 'too_large', 'unsupported_media_type'] as const) : []),
    ...((contract.body ?? contract.upload ?? contract.query ?? contract.params) ? (['invalid'] as const) : []),
    ...(contract.isIdempotent || contract.takesVersion ? (['malformed_request'] as const) : []),
    'internal' as const,
    'unavailable' as const,
  ]
  const byStatus = new Map<number, string[]>()
  for (const code of new Set([...(contract.errors ?? []), ...always])) {
    const status = errorStatuses[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' })
  return json
}
