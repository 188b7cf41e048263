import fs from 'node:fs'
import path from 'node:path'
import { send } from '@koa/send'
import type { Middleware } from 'koa'

const year = 365 * 24 * 60 * 60 * 1000
/** Addresses of the API, of any version, and of those who watch the server. */
const isServers = (address: string) => /^\/(api|healthz|readyz)(\/|$)/.test(address)
/** The board of an org as it is written on paper; the pages are routed by whole addresses and take it in the query. */
const boardAddress = /^\/board\/([A-Z0-9][A-Z0-9-]{3,31})\/?$/
/** Built files carry a hash in their names. */
const isHashed = (file: string) => /\.[0-9a-f]{8,}\.(js|css)$/.test(file)

/**
 * Serves the built H5. An address that is no file gets index.html, because the pages are routed in the browser;
 * addresses of the API never do.
 */
export function serveH5(dir: string): Middleware {
  return async (ctx, next) => {
    const board = boardAddress.exec(ctx.path)?.[1]
    if (board !== undefined) return ctx.redirect(`/board?org=${board}`)
    const isReading = ctx.method === 'GET' || ctx.method === 'HEAD'
    if (!isReading || isServers(ctx.path)) return void (await next())
    const wanted = path.join(dir, path.normalize(ctx.path))
    const isFile = wanted.startsWith(dir) && fs.statSync(wanted, { throwIfNoEntry: false })?.isFile() === true
    if (!isFile && path.extname(ctx.path) !== '') return void (await next())
    const file = isFile ? ctx.path : '/index.html'
    await send(ctx, file, { root: dir, maxAge: isHashed(file) ? year : 0, immutable: isHashed(file) })
    if (!isHashed(file)) ctx.set('Cache-Control', 'no-cache')
  }
}
