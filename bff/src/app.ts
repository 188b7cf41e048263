import { randomUUID } from 'node:crypto'
import { bodyParser } from '@koa/bodyparser'
import Router from '@koa/router'
import { apiBase, contracts, routes, type Contract, type RouteName } from '@xinban/shared/contracts'
import Koa, { type Middleware, type Request } from 'koa'
import compress from 'koa-compress'
import type { Logger } from 'pino'
import type { Services } from './context'
import { malformedJson, unsupportedMediaType } from './errors'
import { makeBind } from './http/bind'
import { openApiDocument } from './http/openapi'
import { renderErrors } from './http/render-error'
import { securityHeaders } from './http/security-headers'
import { serveH5 } from './http/serve-h5'
import { bookingRoutes, ownBookings } from './modules/bookings'
import { hallRoutes } from './modules/halls'
import { calendarRoutes } from './modules/calendar'
import { catalogueRoutes } from './modules/catalogue'
import { deadLetterRoutes } from './modules/dead-letters'
import { consentRoutes } from './modules/consents'
import { fileRoutes } from './modules/files'
import { authenticate, identityRoutes } from './modules/identity'
import { ledgerRoutes } from './modules/ledgers'
import { memberRoutes } from './modules/members'
import { countUnread, noticeRoutes } from './modules/notices'
import { exclusionRoutes, noteStaffDevice, orderRoutes, ownOrders, taskRoutes, wishRoutes } from './modules/orders'
import { orgRoutes } from './modules/orgs'
import { placeRoutes } from './modules/places'
import { needRoutes } from './modules/needs'
import { pledgeRoutes } from './modules/pledges'
import { scoreRoutes } from './modules/scores'
import { privacyRoutes } from './modules/privacy'
import { siteRoutes } from './modules/site'
import { boardRoutes, presentTenThings } from './modules/board'
import { surveyRoutes } from './modules/surveys'
import { templateRoutes } from './modules/templates'
import { volunteerRoutes } from './modules/volunteers'
import { whistleRoutes } from './modules/whistles'
import { unitRoutes } from './modules/units'
import { query } from './db/sql'

interface AppOptions {
  readonly logger: Logger
  /** The time that commands are given; tests set their own. */
  readonly clock?: () => Date
}

/** The whole HTTP side, ready to listen. */
export function createApp(services: Services, { logger, clock = () => new Date() }: AppOptions): Koa {
  const app = new Koa({ proxy: services.env.isBehindProxy })
  app.silent = true
  app.use(tagRequest(logger))
  app.use(securityHeaders)
  app.use(
    compress({
      br: false,
      gzip: { level: 4 },
      filter: (type) => !type.startsWith('text/event-stream') && /text|json|javascript/.test(type),
    }),
  )
  app.use(renderErrors(logger))
  if (services.env.h5Dir !== null) app.use(serveH5(services.env.h5Dir))
  app.use(bodyParser({ enableTypes: ['json'], jsonLimit: '256kb', jsonStrict: true }))
  app.use(refuseOtherBodies)
  const router = apiRouter(services, clock, logger)
  app.use(router.routes())
  app.use(router.allowedMethods())
  return app
}

function apiRouter(services: Services, clock: () => Date, logger: Logger): Router {
  const router = new Router()
  const bind = makeBind(router, { services, clock, authenticate, onAct: noteStaffDevice })
  // Made when it is first asked for: no start waits for it.
  let document: string | undefined
  router.get(`${apiBase}/openapi.json`, (koa) => {
    koa.type = 'application/json'
    koa.body = document ??= JSON.stringify(openApiDocument())
  })
  router.get('/healthz', (koa) => {
    koa.body = { status: 'ok' }
  })
  router.get('/readyz', async (koa) => {
    await query(services.db.reader, 'SELECT 1')
    koa.body = { status: 'ok' }
  })
  const onError = (error: unknown) => logger.error({ err: error }, 'board not worked out')
  siteRoutes(bind, services)
  identityRoutes(bind, services, { onPhoneConfirmed: ownAll, onSignedIn: noteStaffDevice })
  orgRoutes(bind)
  memberRoutes(bind)
  catalogueRoutes(bind)
  orderRoutes(bind, { countUnread, presentTenThings })
  noticeRoutes(bind)
  deadLetterRoutes(bind)
  fileRoutes(bind, services)
  placeRoutes(bind)
  templateRoutes(bind)
  consentRoutes(bind)
  privacyRoutes(bind)
  calendarRoutes(bind)
  scoreRoutes(bind)
  ledgerRoutes(bind)
  exclusionRoutes(bind)
  surveyRoutes(bind)
  boardRoutes(bind, services, { clock, onError })
  needRoutes(bind)
  pledgeRoutes(bind)
  volunteerRoutes(bind)
  hallRoutes(bind)
  bookingRoutes(bind)
  whistleRoutes(bind)
  unitRoutes(bind)
  wishRoutes(bind)
  taskRoutes(bind)
  return router
}

/** What others ordered and booked for someone is theirs once their phone is confirmed. */
const ownAll: typeof ownOrders = async (ctx, personId, phoneHash) => {
  await ownOrders(ctx, personId, phoneHash)
  await ownBookings(ctx, personId, phoneHash)
}

/** A request id for every answer, and one log line without query, body or token. */
function tagRequest(logger: Logger): Middleware {
  return async (ctx, next) => {
    const requestId = randomUUID()
    ctx.state.requestId = requestId
    ctx.set('X-Request-Id', requestId)
    const begun = performance.now()
    try {
      await next()
    } finally {
      const ms = Math.round(performance.now() - begun)
      logger.debug({ requestId, method: ctx.method, path: ctx.path, status: ctx.status, ms }, 'request')
    }
  }
}

/** `METHOD path` of the endpoints that take a file; these read their bodies themselves. */
const takesFile = new Set(
  (Object.entries(contracts) as [RouteName, Contract][])
    .filter(([, contract]) => contract.upload)
    .map(([name]) => `${routes[name][0]} ${apiBase}${routes[name][1]}`),
)

/** What is not JSON is refused rather than taken for an empty body. */
const refuseOtherBodies: Middleware = async (ctx, next) => {
  if (!takesFile.has(`${ctx.method} ${ctx.path}`)) checkBody(ctx.request)
  await next()
}

function checkBody(request: Request): void {
  const hasBody = request.length !== undefined ? request.length > 0 : request.get('Transfer-Encoding') !== ''
  if (hasBody && !request.is('application/json')) throw unsupportedMediaType()
  const body: unknown = request.body
  if (Array.isArray(body)) throw malformedJson()
}
