import type { Answer, Received } from '@xinban/shared/contracts'
import { formatInstant, ledgers } from '@xinban/shared/domain'
import type { Ctx } from '../../context'
import { malformedRequest } from '../../errors'
import { decodeCursor, pageOf } from '../../http/page'
import type { Key } from './id-pages'
import { readers } from './ledger'
import type { LedgerLine } from './ledger-line'
import { askedFor } from './ledger-scope'
import type { Cell } from './sheet/sheet'

type Page = Answer<'ledgers.list'>

/** A page of a ledger. Throws what `askedFor` throws, and malformed_request for a cursor that no ledger gave out. */
export async function presentLedger(
  ctx: Ctx,
  { name }: Received<'ledgers.list', 'params'>,
  query: Received<'ledgers.list', 'query'>,
): Promise<Page> {
  const { scope } = await askedFor(ctx, name, query)
  const after = readKey(decodeCursor(query.cursor), name === 'overdue')
  const lines = await readers[name](ctx.services, { scope, after, limit: query.limit + 1, now: ctx.now })
  return pageOf(lines, query.limit, keyOf, ({ key, orderId, cells }: LedgerLine) => ({
    id: key.id,
    orderId,
    cells: Object.fromEntries(ledgers[name].columns.map((column) => [column.key, shown(cells[column.key])])),
  }))
}

const shown = (cell: Cell | undefined) => (cell instanceof Date ? formatInstant(cell) : (cell ?? null))

const keyOf = ({ key: { id, at } }: LedgerLine): string => (at === undefined ? id : `${at.getTime()}:${id}`)

function readKey(key: string | undefined, isTimed: boolean): Key | undefined {
  if (key === undefined) return undefined
  const [, time, id] = /^(?:(\d{1,15}):)?([0-9a-f-]{36})$/.exec(key) ?? []
  if (id === undefined || (time !== undefined) !== isTimed) {
    throw malformedRequest('翻页位置无效，请从第一页重新打开')
  }
  return time === undefined ? { id } : { id, at: new Date(Number(time)) }
}
