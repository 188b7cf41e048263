import type { Readable } from 'node:stream'
import type { RouterContext } from '@koa/router'

/** What an endpoint that answers bytes gives. */
export interface BytesAnswer {
  readonly stream: Readable
  /** Undefined where nobody knows it before the end. */
  readonly length?: number
  readonly mime: string
  /** What a browser calls it when it is saved; nothing of the uploader's own name. */
  readonly fileName: string
  /** It is to be saved, not shown. */
  readonly isAttachment?: boolean
}

/** An answer that is the same for everybody, ready to be sent as it is. */
export interface SharedAnswer {
  readonly body: Buffer
  /** The same, packed once for all. */
  readonly gzip: Buffer
  readonly type: string
  /** Of the content alone: as long as it stays the same, so does this. */
  readonly etag: string
  /** For which nobody has to ask again. */
  readonly maxAgeSeconds: number
  /** What a browser calls it when it is saved; absent: it is shown. */
  readonly fileName?: string
}

/** As text at once: of an object, whoever asks for the length would write it out, and Koa once more to send it. */
export function sendJson(koa: RouterContext, body: unknown): void {
  koa.type = 'application/json'
  koa.body = JSON.stringify(body)
}

export function sendShared(koa: RouterContext, answer: SharedAnswer): void {
  koa.status = 200
  koa.type = answer.type
  koa.set('Cache-Control', `public, max-age=${answer.maxAgeSeconds}, stale-while-revalidate=30, stale-if-error=86400`)
  koa.vary('Accept-Encoding')
  koa.etag = answer.etag
  if (answer.fileName !== undefined) koa.set('Content-Disposition', `attachment; ${fileNameParts(answer.fileName)}`)
  // Koa's own `fresh` takes a client that wants to be sure (no-cache) for one that wants all of it again.
  if (hasIt(koa, answer.etag)) {
    koa.status = 304
    return
  }
  const isPacked = koa.acceptsEncodings('gzip', 'identity') === 'gzip'
  if (isPacked) koa.set('Content-Encoding', 'gzip')
  koa.body = isPacked ? answer.gzip : answer.body
}

const hasIt = (koa: RouterContext, etag: string): boolean =>
  koa
    .get('If-None-Match')
    .split(',')
    .some((known) => known.trim().replace(/^W\//, '') === `"${etag}"`)

/** Neither compressed nor held back on the way: an event is to arrive when it happens. */
export function sendStream(koa: RouterContext, stream: Readable): void {
  koa.status = 200
  // Its connection ends with it: kept alive, it would keep a server that stops.
  koa.set({ 'Cache-Control': 'no-cache, no-transform', 'X-Accel-Buffering': 'no', Connection: 'close' })
  koa.body = stream
  koa.type = 'text/event-stream'
}

export function sendBytes(koa: RouterContext, { stream, length, mime, fileName, isAttachment }: BytesAnswer): void {
  koa.body = stream
  koa.type = mime
  if (length !== undefined) koa.length = length
  koa.set('Content-Disposition', `${isAttachment ? 'attachment' : 'inline'}; ${fileNameParts(fileName)}`)
}

/** RFC 6266: the name as it is, behind one in ASCII for whoever does not know that form. */
function fileNameParts(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]+/g, '_').replace(/["\\]/g, '')
  if (ascii === name) return `filename="${name}"`
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `filename="${ascii}"; filename*=UTF-8''${encoded}`
}
