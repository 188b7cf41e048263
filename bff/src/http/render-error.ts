import type { Problem } from '@xinban/shared/contracts'
import type { Logger } from 'pino'
import type { Middleware } from 'koa'
import { isUnavailable } from '../db/retry'
import { malformedJson, notFound, ProblemError, titles, tooLarge, unavailable, unsupportedMediaType } from '../errors'

/** The one place where an error becomes an answer: RFC 9457 problem+json, in Chinese for people. */
export function renderErrors(logger: Logger): Middleware {
  return async (ctx, next) => {
    const requestId = String(ctx.state.requestId)
    try {
      await next()
      if (ctx.status === 404 && ctx.body === undefined) throw notFound('这个地址')
      if ((ctx.status === 405 || ctx.status === 501) && ctx.body === undefined) {
        throw new ProblemError('method_not_allowed', '这个地址不支持这种请求方式')
      }
    } catch (error) {
      const problem = toProblem(error)
      if (problem.status >= 500) logger.error({ err: error, requestId }, 'request failed')
      ctx.status = problem.status
      if (problem.extra.retryAfterSeconds !== undefined) {
        ctx.set('Retry-After', String(Math.ceil(problem.extra.retryAfterSeconds)))
      }
      ctx.type = 'application/problem+json'
      ctx.set('Cache-Control', 'no-store')
      ctx.body = JSON.stringify({
        type: 'about:blank',
        title: titles[problem.code],
        status: problem.status,
        code: problem.code,
        detail: problem.detail,
        requestId,
        ...(problem.extra.errors && { errors: problem.extra.errors }),
      } satisfies Problem)
    }
  }
}

function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  if (isUnavailable(error)) return unavailable()
  const status = (error as { status?: number }).status
  if (status === 413) return tooLarge('256 KB')
  if (status === 415) return unsupportedMediaType()
  if (status === 400) return malformedJson()
  return new ProblemError('internal', '系统出错了，我们已经记录下来，请稍后再试')
}
