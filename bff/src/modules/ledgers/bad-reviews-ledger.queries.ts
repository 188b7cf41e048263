import { maskPhonesIn, reasonByCode, type ClockKind, type ClockOutcome } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { floorId } from '../../db/ids'
import { asDate, marks, query } from '../../db/sql'
import { pageOfIds } from './id-pages'
import { dateOrNull, ledgerTitle, orgNames, type ReadLedger, type Reading, type Stored } from './ledger-line'
import { rangesOf } from './ledger-scope'

interface Raw {
  readonly id: string
  readonly orderId: string
  readonly no: string
  readonly title: string
  readonly community: string
  readonly street: string
  readonly ratedAt: Stored
  readonly stars: number | null
  readonly isTelephone: number | boolean
  readonly calledBackAt: Stored
  readonly rectifiedAt: Stored
  readonly followUpStars: number | null
  readonly followedUpAt: Stored
}

const stateConditions: Record<string, string> = {
  needs_callback: 'o.called_back_at IS NULL AND o.followed_up_at IS NULL',
  needs_rectifying: 'o.rectified_at IS NULL AND o.followed_up_at IS NULL',
  rectified: 'o.rectified_at IS NOT NULL AND o.followed_up_at IS NULL',
  followed_up: 'o.followed_up_at IS NOT NULL',
}

/** An order has one callback clock, which its first rating starts when it is a bad one; its id tells when. */
function pageOf({ scope, after, limit }: Reading) {
  const filters = [
    ...(scope.state === null ? [] : [stateConditions[scope.state] ?? '1 = 0']),
    ...(scope.kind === null ? [] : ['o.kind = ?']),
  ]
  const ofOrder =
    filters.length === 0
      ? ''
      : `AND EXISTS (SELECT 1 FROM orders o WHERE o.id = order_clocks.order_id AND ${filters.join(' AND ')})`
  const until = after?.id ?? floorId(scope.until)
  return pageOfIds(
    'order_clocks',
    rangesOf(scope).map(([column, code]) => ({
      where: `${column} = ? AND kind = 'callback' AND id >= ? AND id < ? ${ofOrder}`,
      params: [code, floorId(scope.from), until, ...(scope.kind === null ? [] : [scope.kind])],
    })),
    ['id'],
    limit,
  )
}

/** Orders whose first rating was a bad one, by when it was given, with what became of them. */
export const readBadReviews: ReadLedger = async (services, reading) => {
  if (rangesOf(reading.scope).length === 0) return []
  const { reader } = services.db
  const { sql, params } = pageOf(reading)
  const rows = await query<Raw>(
    reader,
    `SELECT c.id, o.id AS orderId, o.no, ${ledgerTitle('o')}, c.community_code AS community, c.street_code AS street,
            o.rated_at AS ratedAt, o.stars, o.is_telephone_rating AS isTelephone, o.called_back_at AS calledBackAt,
            o.rectified_at AS rectifiedAt, o.follow_up_stars AS followUpStars, o.followed_up_at AS followedUpAt
       FROM order_clocks c JOIN orders o ON o.id = c.order_id
      WHERE c.id IN (${sql}) ORDER BY c.id DESC`,
    params,
  )
  const ids = rows.map(({ orderId }) => orderId)
  const [inTime, reasons] = [await readInTime(reader, ids, reading.now), await readReasons(reader, ids)]
  const nameOf = await orgNames(
    services,
    rows.flatMap(({ community, street }) => [community, street]),
  )
  return rows.map((row) => ({
    key: { id: row.id },
    orderId: row.orderId,
    cells: {
      ...{ no: row.no, title: maskPhonesIn(row.title), community: nameOf(row.community), street: nameOf(row.street) },
      ...{ ratedAt: dateOrNull(row.ratedAt), stars: row.stars, reasons: reasons.get(row.orderId) ?? null },
      ...{ source: row.isTelephone ? '电话评价' : '本人评价', state: stateOf(row) },
      ...{ calledBackAt: dateOrNull(row.calledBackAt), callbackInTime: inTime(row.orderId, 'callback') },
      ...{ rectifiedAt: dateOrNull(row.rectifiedAt), rectifyInTime: inTime(row.orderId, 'rectify') },
      ...{ followUpStars: row.followUpStars, followedUpAt: dateOrNull(row.followedUpAt) },
    },
  }))
}

function stateOf({ calledBackAt, rectifiedAt, followedUpAt }: Raw): string {
  if (followedUpAt !== null) return '已追评'
  const missing = [...(calledBackAt === null ? ['待回访'] : []), ...(rectifiedAt === null ? ['待整改'] : [])]
  return missing.length > 0 ? missing.join('、') : '待追评'
}

const judged: Record<ClockOutcome, string> = {
  running: '没到期',
  met: '按时',
  late: '超期',
  overruled: '超期',
  void: '不再计算',
}

async function readInTime(em: EntityManager, orderIds: readonly string[], now: Date) {
  const words = new Map<string, string>()
  if (orderIds.length > 0) {
    const clocks = await query<{ orderId: string; kind: ClockKind; outcome: ClockOutcome; dueAt: Date | string }>(
      em,
      `SELECT order_id AS orderId, kind, outcome, due_at AS dueAt FROM order_clocks
        WHERE order_id IN (${marks(orderIds)}) AND kind IN ('callback', 'rectify') ORDER BY id`,
      orderIds,
    )
    for (const { orderId, kind, outcome, dueAt } of clocks) {
      const isLate = outcome === 'running' && asDate(dueAt) < now
      words.set(`${orderId} ${kind}`, isLate ? '已超期，还没完成' : judged[outcome])
    }
  }
  return (orderId: string, kind: 'callback' | 'rectify') => words.get(`${orderId} ${kind}`) ?? null
}

/** What the first rating gave as reasons, in words. */
async function readReasons(em: EntityManager, orderIds: readonly string[]): Promise<Map<string, string>> {
  if (orderIds.length === 0) return new Map()
  const events = await query<{ orderId: string; data: string }>(
    em,
    `SELECT order_id AS orderId, data FROM order_events WHERE order_id IN (${marks(orderIds)}) AND action = 'rate'`,
    orderIds,
  )
  const wordsOf = ({ data }: { data: string }) => (JSON.parse(data) as { reasons?: number[] }).reasons ?? []
  return new Map(
    events.map((event) => [
      event.orderId,
      wordsOf(event)
        .map((code) => reasonByCode(code)?.word ?? String(code))
        .join('、'),
    ]),
  )
}
