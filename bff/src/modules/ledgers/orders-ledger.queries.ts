import {
  kindWords,
  maskPhonesIn,
  orderStatuses,
  statusWords,
  type OrderKind,
  type OrderStatus,
} from '@xinban/shared/domain'
import { floorId } from '../../db/ids'
import { asDate, query } from '../../db/sql'
import { pageOfIds } from './id-pages'
import { dateOrNull, ledgerTitle, orgNames, type ReadLedger, type Stored } from './ledger-line'
import { columnOf } from './ledger-scope'

interface Raw {
  readonly id: string
  readonly no: string
  readonly title: string
  readonly kind: OrderKind
  readonly status: OrderStatus
  readonly urgency: string
  readonly community: string
  readonly street: string
  readonly requester: string | null
  readonly placedAt: Date | string
  readonly fulfilledAt: Stored
  readonly stars: number | null
  readonly followUpStars: number | null
  readonly grade: number | null
  readonly reworks: number
  readonly urges: number
}

/** Orders by when they were placed, which their ids tell. */
export const readOrders: ReadLedger = async (services, { scope, after, limit }) => {
  const [column, code] = columnOf(scope)
  const statuses = scope.state === null ? orderStatuses : [scope.state]
  const until = floorId(scope.until)
  const kind = scope.kind === null ? '' : 'AND kind = ?'
  const { sql, params } = pageOfIds(
    'orders',
    statuses.map((status) => ({
      where: `${column} = ? AND status = ? AND id >= ? AND id < ? ${kind}`,
      params: [code, status, floorId(scope.from), after?.id ?? until, ...(scope.kind === null ? [] : [scope.kind])],
    })),
    ['id'],
    limit,
  )
  const rows = await query<Raw>(
    services.db.reader,
    `SELECT id, no, ${ledgerTitle('orders')}, kind, status, urgency, community_code AS community, street_code AS street,
            requester_name AS requester, placed_at AS placedAt, fulfilled_at AS fulfilledAt, stars,
            follow_up_stars AS followUpStars, grade_total AS grade, rework_count AS reworks, urge_count AS urges
       FROM orders WHERE id IN (${sql}) ORDER BY id DESC`,
    params,
  )
  const nameOf = await orgNames(
    services,
    rows.flatMap(({ community, street }) => [community, street]),
  )
  return rows.map((row) => ({
    key: { id: row.id },
    orderId: row.id,
    cells: {
      ...row,
      title: maskPhonesIn(row.title),
      kind: kindWords[row.kind],
      status: statusWords[row.status],
      urgency: row.urgency === 'urgent' ? '紧急' : '普通',
      community: nameOf(row.community),
      street: nameOf(row.street),
      placedAt: asDate(row.placedAt),
      fulfilledAt: dateOrNull(row.fulfilledAt),
    },
  }))
}
