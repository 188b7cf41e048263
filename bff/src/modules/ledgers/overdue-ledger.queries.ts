import { clockKindWords, maskPhonesIn, type ClockKind, type ClockOutcome } from '@xinban/shared/domain'
import { asDate, query } from '../../db/sql'
import { pageOfIds } from './id-pages'
import { dateOrNull, ledgerTitle, orgNames, type ReadLedger, type Reading, type Stored } from './ledger-line'
import { rangesOf } from './ledger-scope'

interface Raw {
  readonly id: string
  readonly orderId: string
  readonly no: string
  readonly title: string
  readonly kind: ClockKind
  readonly holder: string
  readonly chargedTo: string | null
  readonly outcome: ClockOutcome
  readonly dueAt: Date | string
  readonly overdueAt: Date | string
  readonly endedAt: Stored
  readonly community: string
  readonly street: string
}

const outcomeWords: Record<ClockOutcome, string> = {
  running: '还没完成',
  met: '按时完成',
  late: '超期完成',
  overruled: '退单不成立',
  void: '不再计算',
}

const order = ['overdue_at', 'id'] as const

function pageOf({ scope, after, limit }: Reading) {
  const at = after?.at ?? scope.until
  const state = scope.state === null ? '' : `AND outcome ${scope.state === 'running' ? '=' : '<>'} 'running'`
  const kind = scope.kind === null ? '' : 'AND kind = ?'
  // The bound on the time alone is what the index can begin at.
  const place = after ? 'overdue_at <= ? AND (overdue_at < ? OR id < ?)' : 'overdue_at < ?'
  return pageOfIds(
    'order_clocks',
    rangesOf(scope).map(([column, code]) => ({
      where: `${column} = ? AND overdue_at >= ? AND ${place} ${state} ${kind}`,
      params: [code, scope.from, at, ...(after ? [at, after.id] : []), ...(scope.kind === null ? [] : [scope.kind])],
    })),
    order,
    limit,
  )
}

/** Clocks that were passed over, by when that was recorded. */
export const readOverdue: ReadLedger = async (services, reading) => {
  if (rangesOf(reading.scope).length === 0) return []
  const { sql, params } = pageOf(reading)
  const rows = await query<Raw>(
    services.db.reader,
    `SELECT c.id, c.order_id AS orderId, o.no, ${ledgerTitle('o')}, c.kind, c.holder_code AS holder, c.charged_to AS chargedTo,
            c.outcome, c.due_at AS dueAt, c.overdue_at AS overdueAt, c.ended_at AS endedAt,
            c.community_code AS community, c.street_code AS street
       FROM order_clocks c JOIN orders o ON o.id = c.order_id
      WHERE c.id IN (${sql}) ORDER BY c.overdue_at DESC, c.id DESC`,
    params,
  )
  const codes = rows.flatMap(({ holder, chargedTo, community, street }) => [holder, chargedTo, community, street])
  const nameOf = await orgNames(services, codes)
  return rows.map((row) => {
    const [dueAt, overdueAt, endedAt] = [asDate(row.dueAt), asDate(row.overdueAt), dateOrNull(row.endedAt)]
    return {
      key: { id: row.id, at: overdueAt },
      orderId: row.orderId,
      cells: {
        ...{
          no: row.no,
          title: maskPhonesIn(row.title),
          kind: clockKindWords[row.kind],
          state: outcomeWords[row.outcome],
        },
        ...{
          holder: nameOf(row.holder),
          dueAt,
          overdueAt,
          endedAt,
          hours: hoursBetween(dueAt, endedAt ?? reading.now),
        },
        // The resident's own clock is charged to whoever used the time; every other one to whoever holds it.
        chargedTo: nameOf(row.kind === 'resident' ? row.chargedTo : row.holder),
        ...{ community: nameOf(row.community), street: nameOf(row.street) },
      },
    }
  })
}

/** Plain hours, to one decimal. */
const hoursBetween = (from: Date, to: Date) => Math.round((to.getTime() - from.getTime()) / 360_000) / 10
