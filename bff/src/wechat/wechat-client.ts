import * as z from 'zod/mini'
import { upstreamFailed, wrongCredentials, tooManyRequests, type ProblemError } from '../errors'

export interface WechatIdentityAnswer {
  openid: string
  unionid?: string
}

/** The part of WeChat's server interface that identity needs. */
export interface Wechat {
  readonly appid: string
  /** Exchanges a login code. Throws wrong_credentials for a bad or used code, upstream_failed when WeChat is away. */
  codeToSession(code: string): Promise<WechatIdentityAnswer>
  /** Exchanges the phone button's code for the bare number. */
  phoneNumber(code: string): Promise<string>
}

export interface WechatSettings {
  readonly appid: string
  readonly secret: string
  readonly baseUrl: string
  /** Milliseconds to wait for an answer; 5000 unless it is given. */
  readonly timeoutMs?: number
}

const defaultTimeoutMs = 5000
/** A token is renewed this long before WeChat ends it; both are valid in between. */
const renewBeforeMs = 5 * 60_000

const Failure = z.looseObject({ errcode: z.optional(z.number()), errmsg: z.optional(z.string()) })
const SessionAnswer = z.looseObject({ openid: z.string(), unionid: z.optional(z.string()) })
const TokenAnswer = z.looseObject({ access_token: z.string(), expires_in: z.number() })
const PhoneAnswer = z.looseObject({ phone_info: z.looseObject({ purePhoneNumber: z.string() }) })

const badCode = new Set([40029, 40163, 40226])
const busy = new Set([45009, 45011])
const badToken = new Set([40001, 40014, 42001])

class StaleToken extends Error {
  constructor(readonly errcode: number) {
    super(`WeChat no longer takes the access token (${errcode})`)
  }
}

/** Speaks to WeChat over HTTPS. Never logs codes, tokens or session keys; the session key is dropped at once. */
export class WechatClient implements Wechat {
  private token: { value: string; expiresAt: number } | null = null

  constructor(private readonly settings: WechatSettings) {}

  get appid(): string {
    return this.settings.appid
  }

  async codeToSession(code: string): Promise<WechatIdentityAnswer> {
    const { appid, secret } = this.settings
    const answer = await this.ask(
      `/sns/jscode2session?${query({ appid, secret, js_code: code, grant_type: 'authorization_code' })}`,
    )
    const { openid, unionid } = parse(SessionAnswer, answer)
    return unionid === undefined ? { openid } : { openid, unionid }
  }

  async phoneNumber(code: string): Promise<string> {
    const exchange = async () =>
      this.ask(`/wxa/business/getuserphonenumber?${query({ access_token: await this.accessToken() })}`, { code })
    const answer = await exchange().catch((error: unknown) => {
      if (!(error instanceof StaleToken)) throw error
      this.token = null
      return exchange().catch((again: unknown) => {
        throw again instanceof StaleToken ? translate(again.errcode) : again
      })
    })
    return parse(PhoneAnswer, answer).phone_info.purePhoneNumber
  }

  private async accessToken(): Promise<string> {
    if (this.token && this.token.expiresAt - renewBeforeMs > Date.now()) return this.token.value
    const { appid, secret } = this.settings
    const answer = await this.ask('/cgi-bin/stable_token', { grant_type: 'client_credential', appid, secret })
    const { access_token: value, expires_in: seconds } = parse(TokenAnswer, answer)
    this.token = { value, expiresAt: Date.now() + seconds * 1000 }
    return value
  }

  private async ask(path: string, body?: object): Promise<unknown> {
    let answer: unknown
    try {
      const response = await fetch(this.settings.baseUrl + path, {
        method: body ? 'POST' : 'GET',
        signal: AbortSignal.timeout(this.settings.timeoutMs ?? defaultTimeoutMs),
        ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      })
      answer = await response.json()
    } catch {
      throw upstreamFailed('微信暂时没有回应，请稍后再试')
    }
    const failure = Failure.safeParse(answer)
    const errcode = failure.success ? (failure.data.errcode ?? 0) : 0
    if (errcode === 0) return answer
    if (badToken.has(errcode)) throw new StaleToken(errcode)
    throw translate(errcode)
  }
}

function translate(errcode: number): ProblemError {
  if (badCode.has(errcode)) return wrongCredentials()
  if (busy.has(errcode)) return tooManyRequests(60)
  return upstreamFailed(`微信没有办成这件事（代码 ${errcode}），请稍后再试`)
}

function parse<Schema extends z.ZodMiniType>(schema: Schema, answer: unknown): z.output<Schema> {
  const result = schema.safeParse(answer)
  if (!result.success) throw upstreamFailed('微信的回答和约定的不一样，请联系管理员')
  return result.data
}

const query = (values: Record<string, string>) => new URLSearchParams(values).toString()
