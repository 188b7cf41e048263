import {
  contributionOf,
  excludedPartsOf,
  type Contribution,
  type CounterName,
  type ScopeRow,
  type ScorePart,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { selectRows } from '../../../db/rows'
import { marks } from '../../../db/sql'
import { allCounters } from '../../scores'
import { OrderClockRow } from '../clocks/order-clock.entity'
import { findApproved } from '../exclusions/exclusion.repository'
import { OrderEventRow } from '../order-event.entity'
import { OrderRow } from '../order.entity'
import { disagreements } from './replay-order'
import { scoredOrder } from './scored-order'

export interface ScoreReport {
  readonly orders: number
  readonly counters: number
  /** Counters that are not what the orders add up to. */
  readonly differences: readonly { readonly key: string; readonly stored: number; readonly replayed: number }[]
  /** Orders whose row or clocks are not what their history says. */
  readonly orderFaults: readonly { readonly no: string; readonly fault: string }[]
}

const batch = 500
/** More of a kind would only hide what the first ones say. */
const mostFaults = 100

/**
 * Compares every stored counter with a replay: each order's row and clocks against its events and approved dockets, and
 * what all of them add up to against the counters. Reads in batches, so that memory does not grow with the orders.
 * @param others what counts beside orders, replayed from histories of its own
 */
export async function verifyScores(
  em: EntityManager,
  onProgress: (orders: number) => void,
  others: readonly AsyncIterable<Contribution>[] = [],
): Promise<ScoreReport> {
  const replayed = new Map<string, number>()
  const orderFaults: { no: string; fault: string }[] = []
  let orders = 0
  for (let after = ''; ;) {
    const rows = await selectRows(em, OrderRow, `WHERE id > ? ORDER BY id LIMIT ${batch}`, [after])
    const last = rows.at(-1)
    if (!last) break
    after = last.id
    const ids = rows.map(({ id }) => id)
    const clocks = await byOrder(selectRows(em, OrderClockRow, `WHERE order_id IN (${marks(ids)})`, ids))
    const events = await byOrder(selectRows(em, OrderEventRow, `WHERE order_id IN (${marks(ids)}) ORDER BY seq`, ids))
    const dockets = await byOrder(findApproved(em, ids))
    for (const order of rows) {
      const own = clocks.get(order.id) ?? []
      for (const row of contributionOf(scoredOrder(order, own))) addTo(replayed, row)
      if (orderFaults.length >= mostFaults) continue
      const faults = [
        ...disagreements(order, own, events.get(order.id) ?? []),
        ...exclusionFaults(order, excludedPartsOf(dockets.get(order.id) ?? [])),
      ]
      orderFaults.push(...faults.map((fault) => ({ no: order.no, fault })))
    }
    orders += rows.length
    onProgress(orders)
  }
  for (const other of others) {
    for await (const contribution of other) for (const row of contribution) addTo(replayed, row)
  }
  const stored = await allCounters(em)
  const keys = [...new Set([...stored.keys(), ...replayed.keys()])].sort()
  const differences = keys
    .map((key) => ({ key, stored: stored.get(key) ?? 0, replayed: replayed.get(key) ?? 0 }))
    .filter((row) => row.stored !== row.replayed)
  return { orders, counters: keys.length, differences, orderFaults }
}

/** An order is out of what its approved dockets say, and of nothing else. */
function exclusionFaults({ excludedParts }: OrderRow, approved: readonly ScorePart[]): string[] {
  const [stored, said] = [excludedParts ?? [], approved].map((parts) => [...parts].sort().join('+') || 'nothing')
  return stored === said ? [] : [`excludedParts: stored ${stored}, its approved dockets say ${said}`]
}

async function byOrder<Row extends { orderId: string }>(found: Promise<Row[]>): Promise<Map<string, Row[]>> {
  const grouped = new Map<string, Row[]>()
  for (const row of await found) grouped.set(row.orderId, [...(grouped.get(row.orderId) ?? []), row])
  return grouped
}

function addTo(totals: Map<string, number>, { scope, code, period, tally }: ScopeRow): void {
  for (const [counter, amount] of Object.entries(tally) as [CounterName, number][]) {
    const key = `${scope} ${code} ${period} ${counter}`
    totals.set(key, (totals.get(key) ?? 0) + amount)
  }
}
