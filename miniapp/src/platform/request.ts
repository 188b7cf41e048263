import Taro from '@tarojs/taro'
import type { Answer, RouteName, Sent } from '@xinban/shared/contracts'
import { apiBase, fillPath, routes } from '@xinban/shared/routes'
import { bearer, refusal } from './answer'
import { deviceId } from './device'
import { offline } from './problem'
import { session } from './session'

type Part<Name extends RouteName, Key extends 'params' | 'query' | 'body'> =
  Sent<Name, Key> extends undefined ? { [K in Key]?: undefined } : { [K in Key]: Sent<Name, Key> }

export type CallOptions<Name extends RouteName> = Part<Name, 'params'> &
  Part<Name, 'query'> &
  Part<Name, 'body'> & {
    /** The version of the object that the person saw; the server refuses when it has changed since. */
    version?: number
    /** One per intent of the person, the same on every retry. */
    idempotencyKey?: string
  }

/** The same without knowledge of the endpoint. */
interface AnyOptions {
  params?: Readonly<Record<string, string>>
  query?: Readonly<Record<string, unknown>>
  body?: object
  version?: number
  idempotencyKey?: string
}

const timeoutMs = 20_000

function queryString(query: Readonly<Record<string, unknown>> | undefined): string {
  const pairs = Object.entries(query ?? {}).flatMap(([key, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [`${key}=${encodeURIComponent(value)}`] : [],
  )
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

function headersOf(token: string | undefined, version?: number, idempotencyKey?: string): Record<string, string> {
  return {
    'content-type': 'application/json',
    accept: 'application/json, application/problem+json',
    ...bearer(token),
    'x-device-id': deviceId(),
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
  }
}

/**
 * Calls an endpoint by its name; null where it answers with nothing.
 * @throws ApiProblem, always with words for the person. A session that is no longer known is dropped on the way.
 */
export async function call<Name extends RouteName>(name: Name, options: CallOptions<Name>): Promise<Answer<Name>> {
  const [method, path] = routes[name]
  const { params, query, body, version, idempotencyKey } = options as AnyOptions
  const token = session.get()?.token
  const url = `${API_ORIGIN}${apiBase}${fillPath(path, params)}${queryString(query)}`
  const header = headersOf(token, version, idempotencyKey)
  // A body of a GET would end up in its address.
  const data = method === 'GET' ? undefined : (body ?? {})
  const answer = await Taro.request<unknown>({ url, method, header, data, timeout: timeoutMs }).catch(() => {
    throw offline()
  })
  if (answer.statusCode === 204) return null as unknown as Answer<Name>
  if (answer.statusCode >= 200 && answer.statusCode < 300) return answer.data as Answer<Name>
  throw refusal(answer.statusCode, answer.data, token)
}
