import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export const appid = 'wx0123456789abcdef'
const secret = 'a secret of the stand-in'

const errmsgs: Record<number, string> = {
  40001: 'invalid credential, access_token is invalid or not latest',
  40013: 'invalid appid',
  40029: 'invalid code',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40226: 'code blocked',
  42001: 'access_token expired',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
}

type Path = '/cgi-bin/stable_token' | '/sns/jscode2session' | '/wxa/business/getuserphonenumber'
/** What the next request to a path meets instead of its answer. */
type Trouble = { errcode: number } | 'hang up' | 'not json' | 'silence' | { answer: object }

/**
 * Speaks the part of WeChat's server interface that identity uses: codes are good for once, errors are 200 with
 * `errcode` and an `errmsg` that ends in a request id, and tokens go only in the query.
 */
export class WechatStandIn {
  /** Requests by path, as they came. */
  readonly asked: { path: string; query: URLSearchParams; body: unknown }[] = []
  private readonly loginCodes = new Map<string, { openid: string; isUsed: boolean }>()
  private readonly phoneCodes = new Map<string, { phone: string; isUsed: boolean }>()
  private readonly troubles = new Map<Path, Trouble[]>()
  private token = newAccessToken()

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<WechatStandIn> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const standIn = new WechatStandIn(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    server.on('request', (request, response) => void standIn.answer(request, response))
    return standIn
  }

  /** What the environment of a server beside it holds. */
  get env(): NodeJS.ProcessEnv {
    return { WECHAT_APPID: appid, WECHAT_SECRET: secret, WECHAT_BASE_URL: this.url }
  }

  /** `wx.login` of someone: a code for one exchange. */
  loginCode(openid: string): string {
    const code = `login-${randomBytes(8).toString('hex')}`
    this.loginCodes.set(code, { openid, isUsed: false })
    return code
  }

  /** A tap on the phone button. */
  phoneCode(phone: string): string {
    const code = `phone-${randomBytes(8).toString('hex')}`
    this.phoneCodes.set(code, { phone, isUsed: false })
    return code
  }

  /** The next request to `path` meets it; several queue up. */
  trouble(path: Path, trouble: Trouble): void {
    this.troubles.set(path, [...(this.troubles.get(path) ?? []), trouble])
  }

  /** From now the token that was given out is no longer taken. */
  expireToken(): void {
    this.token = newAccessToken()
  }

  countAsked(path: Path): number {
    return this.asked.filter((request) => request.path === path).length
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url)
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const raw = Buffer.concat(chunks).toString('utf8')
    const body = raw === '' ? undefined : (JSON.parse(raw) as Record<string, unknown>)
    this.asked.push({ path: pathname, query: searchParams, body })
    const [trouble] = this.troubles.get(pathname as Path)?.splice(0, 1) ?? []
    if (trouble === 'silence') return
    if (trouble === 'hang up') return void request.socket.destroy()
    if (trouble === 'not json') return void response.end('<html>busy</html>')
    const answer = trouble
      ? 'errcode' in trouble
        ? failure(trouble.errcode)
        : trouble.answer
      : this.ordinary(pathname, request.method ?? '', searchParams, body ?? {})
    response.setHeader('content-type', 'application/json; charset=utf-8')
    response.end(JSON.stringify(answer))
  }

  private ordinary(path: string, method: string, query: URLSearchParams, body: Record<string, unknown>): object {
    if (path === '/cgi-bin/stable_token' && method === 'POST') return this.stableToken(body)
    if (path === '/sns/jscode2session' && method === 'GET') return this.session(query)
    if (path === '/wxa/business/getuserphonenumber' && method === 'POST') return this.phone(query, body)
    return failure(-1)
  }

  private stableToken(body: Record<string, unknown>): object {
    if (body.grant_type !== 'client_credential' || body.appid !== appid) return failure(40013)
    if (body.secret !== secret) return failure(40125)
    return { access_token: this.token, expires_in: 7200 }
  }

  private session(query: URLSearchParams): object {
    if (query.get('appid') !== appid || query.get('grant_type') !== 'authorization_code') return failure(40013)
    if (query.get('secret') !== secret) return failure(40125)
    const login = this.loginCodes.get(query.get('js_code') ?? '')
    if (!login) return failure(40029)
    if (login.isUsed) return failure(40163)
    login.isUsed = true
    return { openid: login.openid, session_key: randomBytes(16).toString('base64') }
  }

  private phone(query: URLSearchParams, body: Record<string, unknown>): object {
    if (query.get('access_token') !== this.token) return failure(42001)
    const found = this.phoneCodes.get(String(body.code))
    if (!found || found.isUsed) return failure(40029)
    found.isUsed = true
    const { phone } = found
    const watermark = { timestamp: 1795309200, appid }
    // Real answers carry the country code as a number or as text.
    return {
      errcode: 0,
      errmsg: 'ok',
      phone_info: { phoneNumber: `+86${phone}`, purePhoneNumber: phone, countryCode: 86, watermark },
    }
  }
}

const failure = (errcode: number) => {
  const rid = [4, 4, 4].map((bytes) => randomBytes(bytes).toString('hex')).join('-')
  return { errcode, errmsg: `${errmsgs[errcode] ?? 'system error'} rid: ${rid}` }
}

const newAccessToken = () => randomBytes(300).toString('base64url')
