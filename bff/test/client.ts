import {
  contracts,
  errorStatuses,
  fillPath,
  apiBase,
  Problem,
  routes,
  type Answer,
  type Contract,
  type ErrorCode,
  type RouteName,
  type Sent,
} from '@xinban/shared/contracts'
import { openApiDocument } from '../src/http/openapi'

export interface Extras {
  /** `Idempotency-Key` */
  key?: string
  /** `If-Match`, as it is sent. */
  ifMatch?: string
  headers?: Record<string, string>
}
type Part<Name extends RouteName, Key extends 'params' | 'query' | 'body'> =
  Sent<Name, Key> extends undefined ? { [K in Key]?: undefined } : { [K in Key]?: Sent<Name, Key> }
/** What the contract lets a caller send. */
export type Call<Name extends RouteName> = Part<Name, 'params'> & Part<Name, 'query'> & Part<Name, 'body'> & Extras
/** What a caller may send who does not keep to the contract. */
export interface BadCall extends Extras {
  params?: Record<string, string>
  query?: object
  body?: unknown
}

export interface Refusal extends Problem {
  readonly headers: Headers
}
export type Reply<Name extends RouteName> =
  | { isOk: true; status: number; headers: Headers; answer: Answer<Name> }
  | { isOk: false; status: number; headers: Headers; problem: Problem }

const han = /[\u4e00-\u9fff]/

/**
 * Speaks to a listening server as one caller, and holds it to its contracts: every answer is parsed by the endpoint's
 * response schema or as a problem that the OpenAPI document declares for it; anything else fails the test.
 */
export class ApiClient {
  constructor(
    readonly url: string,
    readonly token: string | null = null,
  ) {}

  /** Calls and expects success. */
  async ok<Name extends RouteName>(name: Name, call: Call<Name> = {}): Promise<Answer<Name>> {
    const reply = await this.call(name, call as BadCall)
    if (!reply.isOk) throw new Error(`${name} was refused: ${JSON.stringify(reply.problem)}`)
    return reply.answer
  }

  /** Calls and expects to be refused with that code. */
  async refused(name: RouteName, code: ErrorCode, call: BadCall = {}): Promise<Refusal> {
    const reply = await this.call(name, call)
    if (reply.isOk) throw new Error(`${name} succeeded, but ${code} was expected`)
    if (reply.problem.code !== code) {
      throw new Error(`${name} was expected to be refused as ${code}, but: ${JSON.stringify(reply.problem)}`)
    }
    return { ...reply.problem, headers: reply.headers }
  }

  async call<Name extends RouteName>(name: Name, call: BadCall = {}): Promise<Reply<Name>> {
    const [method, path] = routes[name]
    const given = Object.entries(call.query ?? {}).filter(([, value]) => value !== undefined)
    const query = new URLSearchParams(given.map(([key, value]): [string, string] => [key, String(value)])).toString()
    const address = apiBase + fillPath(path, call.params) + (query === '' ? '' : `?${query}`)
    const response = await this.send(method, address, call)
    const { status, headers } = response
    if (status < 300) return { isOk: true, status, headers, answer: await readAnswer(name, response) }
    const problem = await readProblem(response)
    if (!declaredCodes(name).has(problem.code)) throw new Error(`${name} does not declare ${problem.code}`)
    return { isOk: false, status, headers, problem }
  }

  /** A request as it is, for what no contract describes. */
  async send(
    method: string,
    address: string,
    { body, headers = {}, key, ifMatch }: Extras & { body?: unknown } = {},
  ): Promise<Response> {
    return fetch(this.url + address, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.token !== null && { authorization: `Bearer ${this.token}` }),
        ...(key !== undefined && { 'idempotency-key': key }),
        ...(ifMatch !== undefined && { 'if-match': ifMatch }),
        ...(body !== undefined && typeof body !== 'string' && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  }

  /** The same for what is refused. */
  async sendRefused(
    method: string,
    address: string,
    code: ErrorCode,
    options: Extras & { body?: unknown } = {},
  ): Promise<Refusal> {
    const response = await this.send(method, address, options)
    if (response.status < 400) throw new Error(`${method} ${address} answered ${response.status}, not ${code}`)
    const problem = await readProblem(response)
    if (problem.code !== code) throw new Error(`expected ${code}, but: ${JSON.stringify(problem)}`)
    return { ...problem, headers: response.headers }
  }
}

async function readAnswer<Name extends RouteName>(name: Name, response: Response): Promise<Answer<Name>> {
  const contract: Contract = contracts[name]
  if (response.status !== contract.status) {
    throw new Error(`${name} answered ${response.status}, its contract says ${contract.status}`)
  }
  const raw = await response.text()
  if (contract.status === 204) {
    if (raw !== '') throw new Error(`${name} answered a body with 204`)
    return undefined as Answer<Name>
  }
  if (!/^application\/json\b/.test(response.headers.get('content-type') ?? '')) {
    throw new Error(`${name} answered ${response.headers.get('content-type')}`)
  }
  const result = contract.response.safeParse(JSON.parse(raw))
  if (!result.success) throw new Error(`${name} broke its contract: ${JSON.stringify(result.error.issues)}`)
  return result.data as Answer<Name>
}

async function readProblem(response: Response): Promise<Problem> {
  const raw = await response.text()
  const fail = (why: string) => new Error(`${why}: ${response.status} ${raw}`)
  if (response.headers.get('content-type')?.startsWith('application/problem+json') !== true) {
    throw fail('not a problem+json')
  }
  const problem = Problem.parse(JSON.parse(raw))
  if (problem.status !== response.status || errorStatuses[problem.code] !== problem.status) throw fail('wrong status')
  if (problem.requestId !== response.headers.get('x-request-id')) throw fail('request id is another one')
  if (response.headers.get('cache-control') !== 'no-store') throw fail('may be cached')
  const words = [problem.title, problem.detail, ...(problem.errors ?? []).map((error) => error.message)]
  if (!words.every((text) => han.test(text))) throw fail('words are not Chinese')
  const mustSayWhen = problem.status === 429 || problem.status === 503
  if (mustSayWhen && !/^[1-9]\d*$/.test(response.headers.get('retry-after') ?? '')) throw fail('no Retry-After')
  return problem
}

type Operation = { responses: Record<string, { description: string }> }
const document = openApiDocument() as { paths: Record<string, Record<string, Operation>> }

/** Error codes that the OpenAPI document names for an endpoint. */
function declaredCodes(name: RouteName): Set<string> {
  const [method, path] = routes[name]
  const operation = document.paths[apiBase + path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
  return new Set(Object.values(operation?.responses ?? {}).flatMap(({ description }) => description.split(', ')))
}
