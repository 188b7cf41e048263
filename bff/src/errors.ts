import { errorStatuses, type ErrorCode } from '@xinban/shared/contracts'

export interface FieldError {
  path: string
  code: string
  message: string
}

/** Whatever a caller is told about. The one renderer (http/render-error.ts) turns it into problem+json. */
export class ProblemError extends Error {
  readonly status: number

  constructor(
    readonly code: ErrorCode,
    readonly detail: string,
    readonly extra: { errors?: FieldError[]; retryAfterSeconds?: number } = {},
  ) {
    super(`${code}: ${detail}`)
    this.name = 'ProblemError'
    this.status = errorStatuses[code]
  }
}

/** The short Chinese title of each code; the detail says what to do. */
export const titles: Record<ErrorCode, string> = {
  malformed_json: '请求内容读不懂',
  malformed_request: '请求有误',
  not_signed_in: '还没有登录',
  wrong_credentials: '账号或密码不对',
  forbidden: '没有权限',
  consent_needed: '请先看过隐私说明',
  not_found: '没有找到',
  method_not_allowed: '不支持这种请求方式',
  wrong_state: '现在不能这样做',
  lost_race: '慢了一步',
  already_exists: '已经有了',
  version_mismatch: '内容已更新',
  too_large: '内容太大',
  unsupported_media_type: '格式不支持',
  invalid: '填写有误',
  idempotency_key_reused: '请求重复',
  account_locked: '账号暂时锁定',
  too_many_requests: '操作太频繁',
  internal: '系统出错了',
  upstream_failed: '微信没有回应',
  unavailable: '系统繁忙',
}

export const notSignedIn = () => new ProblemError('not_signed_in', '请先登录，再继续操作')
export const sessionOver = () => new ProblemError('not_signed_in', '登录已失效，请重新登录')
export const wrongCredentials = () => new ProblemError('wrong_credentials', '账号或密码不对，请核对后再试')
export const accountLocked = (retryAfterSeconds: number) =>
  new ProblemError(
    'account_locked',
    `密码连续输错多次，账号已锁定，请 ${Math.ceil(retryAfterSeconds / 60)} 分钟后再试`,
    { retryAfterSeconds },
  )
export const tooManyRequests = (retryAfterSeconds: number) =>
  new ProblemError('too_many_requests', `操作太频繁，请 ${retryAfterSeconds} 秒后再试`, { retryAfterSeconds })
export const forbidden = (detail: string) => new ProblemError('forbidden', detail)
export const consentNeeded = () =>
  new ProblemError('consent_needed', '点单前，请先看过隐私说明并同意；已填的内容会留着')
export const notFound = (what: string) =>
  new ProblemError('not_found', `没有找到${what}，可能已经不在了，或者没有对你公开`)
export const nobodyWithPhone = () =>
  new ProblemError('not_found', '没有人确认过这个手机号；请对方先登录，在“我的资料”里确认手机号，再来添加')
export const wrongState = (detail: string) => new ProblemError('wrong_state', detail)
export const lostRace = () => new ProblemError('lost_race', '刚刚有人先处理了，请刷新后查看最新情况')
export const alreadyExists = (detail: string) => new ProblemError('already_exists', detail)
export const versionMismatch = () => new ProblemError('version_mismatch', '内容刚刚更新过，请刷新后再操作')
export const malformedJson = () => new ProblemError('malformed_json', '请求内容不是有效的 JSON 对象')
export const malformedRequest = (detail: string) => new ProblemError('malformed_request', detail)
export const tooLarge = (limit: string) => new ProblemError('too_large', `内容超过上限（${limit}），请精简后再提交`)
export const unsupportedMediaType = (detail = '请用 application/json 提交') =>
  new ProblemError('unsupported_media_type', detail)
export const invalid = (errors: FieldError[]) =>
  new ProblemError('invalid', errors.map((error) => error.message).join('；'), { errors })
export const invalidField = (path: string, code: string, message: string) => invalid([{ path, code, message }])
export const idempotencyKeyReused = () =>
  new ProblemError('idempotency_key_reused', '同一个提交编号不能用于不同的内容，请重新提交')
export const upstreamFailed = (detail: string) => new ProblemError('upstream_failed', detail)
export const unavailable = () =>
  new ProblemError('unavailable', '系统繁忙，请稍等几秒再试，已填的内容不会丢', { retryAfterSeconds: 3 })
