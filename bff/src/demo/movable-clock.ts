import type { EventEmitter } from 'node:events'

/** What the process that forked a demo server sends it to move its time: an instant, ISO 8601. */
interface MoveClock {
  readonly setClock: string
}

/**
 * The clock of a demo server. It runs with the machine's until the process that forked the server sends `MoveClock`; from
 * then on it runs from that instant. Nobody else can move it: there is no endpoint and no variable for it, and a server
 * that was not forked hears no messages.
 */
export function movableClock(parent: EventEmitter): () => Date {
  let aheadMs = 0
  parent.on('message', (message: unknown) => {
    const instant = isMove(message) ? Date.parse(message.setClock) : Number.NaN
    if (!Number.isNaN(instant)) aheadMs = instant - Date.now()
  })
  return () => new Date(Date.now() + aheadMs)
}

const isMove = (message: unknown): message is MoveClock =>
  typeof message === 'object' && message !== null && 'setClock' in message && typeof message.setClock === 'string'
