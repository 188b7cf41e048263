import { setImmediate } from 'node:timers/promises'
import { ledgers, type LedgerName } from '@xinban/shared/domain'
import type { Services } from '../../context'
import type { Key } from './id-pages'
import { readers } from './ledger'
import type { LedgerScope } from './ledger-scope'
import type { Line } from './sheet/sheet'

/** How many lines were handed on, for the record. */
export interface Sent {
  rows: number
}

interface Wanted {
  readonly name: LedgerName
  readonly scope: LedgerScope
  readonly now: Date
  readonly sent: Sent
}

const batch = 500

/**
 * Every line of a ledger, a batch at a time, each read by itself: no transaction stays open while a slow caller
 * fetches, and other requests have their turn between two batches.
 */
export async function* linesOf(services: Services, { name, scope, now, sent }: Wanted): AsyncGenerator<Line[]> {
  const { columns } = ledgers[name]
  let after: Key | undefined
  for (;;) {
    const lines = await readers[name](services, { scope, after, limit: batch, now })
    sent.rows += lines.length
    yield lines.map(({ cells }) => columns.map(({ key }) => cells[key] ?? null))
    after = lines.at(-1)?.key
    if (lines.length < batch) return
    await setImmediate()
  }
}
