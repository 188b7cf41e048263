import {
  monthOf,
  placeDifference,
  type Contribution,
  type Correction,
  type CounterName,
  type Month,
  type ScopeKind,
  type ScopeRow,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { newId } from '../../db/ids'
import { ChangedSinceRead } from '../../db/retry'
import { insertRows, selectRows, updateRows } from '../../db/rows'
import { execute, isSqlite, marks, query } from '../../db/sql'
import { ScoreCorrection, ScoreFreeze } from './score.entity'

/** How far the months of a district are frozen; undefined while none is. */
export async function findFreeze(em: EntityManager, districtCode: string): Promise<ScoreFreeze | undefined> {
  const [freeze] = await selectRows(em, ScoreFreeze, 'WHERE district_code = ?', [districtCode])
  return freeze
}

/**
 * Adds what an order changed to the counters, or beside them where the month is frozen. The last thing of a
 * transaction: it is the only one that touches rows which many orders share, always in the same order.
 */
export async function keepScores(
  em: EntityManager,
  { districtCode, orderId, now }: { districtCode: string; orderId: string; now: Date },
  difference: Contribution,
): Promise<void> {
  if (difference.length === 0) return
  const freeze = await findFreeze(em, districtCode)
  const { live, corrections } = placeDifference(difference, freeze?.frozenThrough ?? null, now)
  if (freeze && live.some(({ period }) => period < monthOf(now))) await expectAsRead(em, freeze)
  await insertRows(
    em,
    ScoreCorrection,
    corrections.flatMap(countersOf).map(({ row, ...counter }) => ({
      ...{ id: newId(now), scope: row.scope, code: row.code, period: row.period, ...counter },
      ...{ knownOn: (row as Correction).on, orderId },
    })),
  )
  await addToCounters(em, live)
}

/** A month that is over may be frozen at this moment: then the unit of work begins again, and dates a correction. */
async function expectAsRead(em: EntityManager, { districtCode, frozenThrough }: ScoreFreeze): Promise<void> {
  const where = 'district_code = ? AND frozen_through = ?'
  const found = await updateRows(em, ScoreFreeze, { frozenThrough }, where, [districtCode, frozenThrough])
  if (found === 0) throw new ChangedSinceRead()
}

const countersOf = (row: ScopeRow) =>
  (Object.entries(row.tally) as [CounterName, number][]).map(([counter, amount]) => ({ row, counter, amount }))

/** One statement for all of them: each row is made with its amount, or has it added. */
export async function addToCounters(em: EntityManager, rows: Contribution): Promise<void> {
  const counters = rows.flatMap(countersOf)
  if (counters.length === 0) return
  const values = counters.flatMap(({ row, counter, amount }) => [row.scope, row.code, row.period, counter, amount])
  const added = isSqlite(em)
    ? 'ON CONFLICT (scope, code, period, counter) DO UPDATE SET amount = amount + excluded.amount'
    : 'ON DUPLICATE KEY UPDATE amount = amount + VALUES(amount)'
  await execute(
    em,
    `INSERT INTO score_counters (scope, code, period, counter, amount)
       VALUES ${counters.map(() => '(?, ?, ?, ?, ?)').join(', ')} ${added}`,
    values,
  )
}

interface Wanted {
  readonly scope: ScopeKind
  readonly codes: readonly string[]
  readonly months: readonly Month[]
}

/** The stored months of several of one scope, by code. */
export async function findCounters(em: EntityManager, wanted: Wanted): Promise<Map<string, ScopeRow[]>> {
  const rows = await byScope(em, 'score_counters', 'code, period, counter, amount', wanted)
  return grouped(
    wanted.scope,
    rows,
    ({ period }) => period,
    (row) => row,
  )
}

/** What became known of frozen months later, by code, the oldest first. */
export async function findCorrections(em: EntityManager, wanted: Wanted): Promise<Map<string, Correction[]>> {
  const columns = 'code, period, counter, amount, known_on AS knownOn'
  const rows = await byScope(em, 'score_corrections', columns, wanted)
  const key = ({ period, knownOn = '' }: Stored) => `${knownOn} ${period}`
  return grouped(wanted.scope, rows, key, (row, { knownOn = '' }) => ({ ...row, on: knownOn }))
}

interface Stored {
  readonly code: string
  readonly period: Month
  readonly counter: CounterName
  readonly amount: number
  readonly knownOn?: string
}

function byScope(em: EntityManager, table: string, columns: string, { scope, codes, months }: Wanted) {
  if (codes.length === 0 || months.length === 0) return Promise.resolve([])
  return query<Stored>(
    em,
    `SELECT ${columns} FROM ${table} WHERE scope = ? AND code IN (${marks(codes)}) AND period IN (${marks(months)})`,
    [scope, ...codes, ...months],
  )
}

function grouped<Row>(
  scope: ScopeKind,
  stored: readonly Stored[],
  keyOf: (row: Stored) => string,
  shape: (row: ScopeRow, first: Stored) => Row,
): Map<string, Row[]> {
  const byCode = new Map<string, Map<string, { first: Stored; tally: Record<string, number> }>>()
  for (const row of stored) {
    const ofCode = byCode.get(row.code) ?? new Map<string, { first: Stored; tally: Record<string, number> }>()
    byCode.set(row.code, ofCode)
    const entry = ofCode.get(keyOf(row)) ?? { first: row, tally: {} }
    ofCode.set(keyOf(row), entry)
    entry.tally[row.counter] = (entry.tally[row.counter] ?? 0) + Number(row.amount)
  }
  return new Map(
    [...byCode].map(([code, entries]) => [
      code,
      [...entries.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { first, tally }]) => shape({ scope, code, period: first.period, tally: tally }, first)),
    ]),
  )
}

/** Every counter with its corrections added, as verification compares them: `scope code period counter` → amount. */
export async function allCounters(em: EntityManager): Promise<Map<string, number>> {
  const all = new Map<string, number>()
  for (const table of ['score_counters', 'score_corrections']) {
    const rows = await query<Stored & { scope: ScopeKind }>(
      em,
      `SELECT scope, code, period, counter, SUM(amount) AS amount FROM ${table} GROUP BY scope, code, period, counter`,
    )
    for (const { scope, code, period, counter, amount } of rows) {
      const key = `${scope} ${code} ${period} ${counter}`
      all.set(key, (all.get(key) ?? 0) + Number(amount))
    }
  }
  return all
}
