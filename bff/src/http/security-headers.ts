import { apiBase } from '@xinban/shared/contracts'
import type { Middleware } from 'koa'
import helmet from 'koa-helmet'

/** What a page of the mini program in a browser may load: nothing from elsewhere. */
const pages = helmet({
  contentSecurityPolicy: {
    directives: {
      'default-src': ["'self'"],
      'script-src': ["'self'", "'unsafe-inline'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'upgrade-insecure-requests': null,
    },
  },
})

/** Answers of the API are read by programs: they load nothing, are framed nowhere, and their type is never guessed. */
const answers = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
}

/** Headers that tell browsers what not to do: all of them on pages, those that matter on the API's answers. */
export const securityHeaders: Middleware = async (ctx, next) => {
  if (!ctx.path.startsWith(`${apiBase}/`)) return void (await pages(ctx, next))
  ctx.set(answers)
  await next()
}
