import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type Router from '@koa/router'
import type { RouterContext } from '@koa/router'
import {
  apiBase,
  contracts,
  routes,
  type Answer,
  type Contract,
  type Received,
  type RouteName,
} from '@xinban/shared/contracts'
import type { Actor, Ctx, PublicCtx, Services } from '../context'
import { invalid, malformedRequest, notSignedIn, ProblemError, type FieldError } from '../errors'
import { runOnce } from './idempotency'
import { readUpload } from './read-upload'
import { sendBytes, sendJson, sendShared, sendStream, type BytesAnswer, type SharedAnswer } from './send-answer'
import { wordsForIssues } from './words-for-issues'

type AuthOf<Name extends RouteName> = (typeof contracts)[Name]['auth']
export interface Request<Name extends RouteName> {
  readonly ctx: AuthOf<Name> extends 'person' ? Ctx : PublicCtx
  readonly params: Received<Name, 'params'>
  readonly query: Received<Name, 'query'>
  readonly body: Received<Name, 'body'>
  /** From `If-Match: "<version>"`. */
  readonly expectedVersion: number | undefined
  /** For what depends on where the caller is, such as limits of sign-in. */
  readonly address: string
  /** The bearer token that was sent, or an empty string. */
  readonly token: string
}
export type Handler<Name extends RouteName> = (request: Request<Name>) => Promise<Answer<Name>>

/** Names of endpoints whose contract has `Key`. */
type NamesWith<Key extends string> = {
  [Name in RouteName]: (typeof contracts)[Name] extends Record<Key, unknown> ? Name : never
}[RouteName]

/** One file that is waiting to be read. */
export interface IncomingFile {
  /** Reads the body, which nobody has touched before. Throws when it is not one file within the contract's limits. */
  read(): Promise<Buffer>
  /** Runs `command` once for the caller's `Idempotency-Key` and these bytes; see `runOnce`. */
  once(bytes: Buffer, command: () => Promise<string>): Promise<string>
}

/** What everybody asks for alike: who asks is not even looked at. */
export type SharedRequest<Name extends RouteName> = Pick<Request<Name>, 'params' | 'query'> & { readonly now: Date }

/** All that is known of whoever follows a stream. */
export interface StreamClient {
  readonly address: string
  /** The event that it has; an empty string where it has none. */
  readonly lastEventId: string
}

export type Bind = ReturnType<typeof makeBind>

interface BindOptions {
  readonly services: Services
  readonly clock: () => Date
  /** Who holds a token, from the identity module: it stands above this one. */
  readonly authenticate: (services: Services, token: string, now: Date) => Promise<Actor>
  /** Someone is about to make or move something; from the orders module. */
  readonly onAct: (ctx: Ctx) => Promise<void>
}

/**
 * Binds endpoints by their contract: who may call, what is parsed, which status answers.
 * A route file is a list of `bind(name, handler)`.
 */
export function makeBind(router: Router, options: BindOptions) {
  const on = <Name extends RouteName>(
    name: Name,
    answer: (request: Request<Name>, koa: RouterContext) => Promise<unknown>,
  ) => {
    const contract: Contract = contracts[name]
    const [method, path] = routes[name]
    router.register(apiBase + path, [method], async (koa) => {
      const request = await readRequest<Name>(koa, contract, options)
      const body = await answer(request, koa)
      koa.status = contract.status
      const isPrivate = contract.auth === 'person' || contract.isPrivate || contract.bytes !== undefined
      koa.set('Cache-Control', isPrivate ? 'private, no-store' : 'no-cache')
      if (contract.bytes) sendBytes(koa, body as BytesAnswer)
      else if (contract.status === 204) koa.body = null
      else sendJson(koa, body)
    })
  }
  const everybody = <Name extends RouteName>(
    name: Name,
    answer: (request: SharedRequest<Name>, koa: RouterContext) => Promise<void>,
  ) => {
    const [method, path] = routes[name]
    router.register(apiBase + path, [method], async (koa) => {
      const { params, query, ctx } = await readRequest<Name>(koa, contracts[name], options, '')
      await answer({ params, query, now: ctx.now }, koa)
    })
  }
  return {
    /** An endpoint with one answer for everybody; whoever has it already is told so. */
    shared: <Name extends RouteName>(name: Name, handler: (request: SharedRequest<Name>) => Promise<SharedAnswer>) =>
      everybody(name, async (request, koa) => sendShared(koa, await handler(request))),
    /** An endpoint that goes on answering: server-sent events. */
    stream: <Name extends NamesWith<'bytes'>>(
      name: Name,
      handler: (request: SharedRequest<Name>, client: StreamClient) => Promise<Readable>,
    ) =>
      everybody(name, async (request, koa) => {
        const client = { address: koa.ip, lastEventId: koa.get('Last-Event-ID') }
        sendStream(koa, await handler(request, client))
      }),
    /** An endpoint that reads, or that needs no idempotency. */
    endpoint: <Name extends RouteName>(name: Name, handler: Handler<Name>) => on(name, handler),
    /** An endpoint that answers bytes to whoever may have them. */
    bytes: <Name extends NamesWith<'bytes'>>(name: Name, handler: (request: Request<Name>) => Promise<BytesAnswer>) =>
      on(name, handler),
    /**
     * An endpoint that takes one file: `receive` decides when its body is read, keeps it and answers its id, `present`
     * shows it.
     */
    upload: <Name extends NamesWith<'upload'>>(
      name: Name,
      receive: (request: Request<Name>, file: IncomingFile) => Promise<string>,
      present: (ctx: Ctx, id: string) => Promise<Answer<Name>>,
    ) =>
      on(name, async (request, koa) => {
        const ctx = request.ctx as Ctx
        const { method, path } = koa
        const key = readIdempotencyKey(koa)
        const file: IncomingFile = {
          read: () => readUpload(koa, contracts[name].upload),
          once: (bytes, command) => runOnce(ctx, { method, path, key, body: sha256(bytes) }, command),
        }
        return present(ctx, await receive(request, file))
      }),
    /**
     * An endpoint that makes or moves something: `command` answers its id, `present` shows it afresh,
     * also when the same `Idempotency-Key` comes again. `around` is for what many want at once: it stands outside of the
     * transaction, and what it has seen is given to the command.
     */
    command: <Name extends RouteName, Seen = never>(
      name: Name,
      command: (request: Request<Name>, seen?: Seen) => Promise<string>,
      present: (ctx: Ctx, id: string) => Promise<Answer<Name>>,
      around?: (request: Request<Name>, run: (seen?: Seen) => Promise<string>) => Promise<string>,
    ) =>
      on(name, async (request, koa) => {
        const ctx = request.ctx as Ctx
        const key = readIdempotencyKey(koa)
        await options.onAct(ctx)
        const once = { method: koa.method, path: koa.path, key, body: koa.request.body }
        const outside = around && ((run: (seen?: Seen) => Promise<string>) => around(request, run))
        return present(ctx, await runOnce<Seen>(ctx, once, (seen) => command(request, seen), outside))
      }),
  }
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

const tokenOf = (koa: RouterContext): string => /^Bearer (\S+)$/i.exec(koa.get('Authorization'))?.[1] ?? ''

async function readRequest<Name extends RouteName>(
  koa: RouterContext,
  contract: Contract,
  options: BindOptions,
  token = tokenOf(koa),
): Promise<Request<Name>> {
  const { services } = options
  const now = options.clock()
  const actor = token === '' ? null : await identify(contract, options, token, now)
  if (contract.auth === 'person' && actor === null) throw notSignedIn()
  const errors: FieldError[] = []
  const parse = (part: 'params' | 'query' | 'body', value: unknown): unknown => {
    const schema = contract[part]
    if (!schema) return undefined
    const result = schema.safeParse(value, { reportInput: true })
    if (!result.success) errors.push(...wordsForIssues(result.error.issues))
    return result.data
  }
  const params = parse('params', koa.params)
  const query = parse('query', { ...koa.query })
  const body = parse('body', koa.request.body ?? {})
  if (errors.length > 0) throw invalid(errors)
  return {
    ctx: { services, actor, now, requestId: String(koa.state.requestId), ...readDevice(koa) },
    params,
    query,
    body,
    expectedVersion: contract.takesVersion ? readIfMatch(koa) : undefined,
    address: koa.ip,
    token,
  } as Request<Name>
}

/** On a public endpoint a token that is over counts as none: an old one must not keep anyone from signing in. */
async function identify(
  contract: Contract,
  { services, authenticate }: BindOptions,
  token: string,
  now: Date,
): Promise<Actor | null> {
  try {
    return await authenticate(services, token, now)
  } catch (error) {
    if (contract.auth === 'public' && error instanceof ProblemError && error.code === 'not_signed_in') return null
    throw error
  }
}

function readIfMatch(koa: RouterContext): number | undefined {
  const header = koa.get('If-Match')
  if (header === '' || header === '*') return undefined
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1]
  if (version === undefined) throw malformedRequest('If-Match 应为双引号里的版本号')
  return Number(version)
}

/** What is no device id of an app counts as none: whoever leaves it out gets no further by sending nonsense. */
function readDevice(koa: RouterContext): { deviceId?: string } {
  const deviceId = koa.get('X-Device-Id')
  return /^[\w-]{16,64}$/.test(deviceId) ? { deviceId } : {}
}

function readIdempotencyKey(koa: RouterContext): string | undefined {
  const key = koa.get('Idempotency-Key')
  if (key === '') return undefined
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw malformedRequest('Idempotency-Key 应为 1 到 255 个可见字符')
  return key
}
