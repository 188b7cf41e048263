import path from 'node:path'
import { closedStatuses, monthOf } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Services } from '../src/context'
import { newId } from '../src/db/ids'
import { insertRows, selectRows } from '../src/db/rows'
import { query } from '../src/db/sql'
import { loadDemo } from '../src/demo/load-demo'
import { readEnv } from '../src/env'
import { OrderRow } from '../src/modules/orders/order.entity'
import { PledgeListRow, PledgeRow } from '../src/modules/pledges'
import { ScoreCounter } from '../src/modules/scores/score.entity'
import { openServices } from '../src/start-server'

const year = 365.25 * 24 * 60 * 60_000
const atOnce = 200

interface History {
  readonly years: number
  /** Orders of the demo's community in each of them. */
  readonly ordersAYear: number
}

/** A demo database in `directory`, with a history before its year. @returns how many orders it has */
export async function makeBoardHistory(directory: string, { years, ordersAYear }: History): Promise<number> {
  const env = readEnv({ XINBAN_DEMO: '1', XINBAN_DATA_DIR: directory, PATH: process.env.PATH })
  const services = await openServices({ ...env, dataDir: path.resolve(directory) })
  try {
    const now = new Date()
    await loadDemo(services, now, () => undefined)
    for (let back = 1; back <= years; back++) {
      const at = new Date(now.getTime() - back * year)
      await services.db.unitOfWork((em) => addYear(em, at, back, ordersAYear))
    }
    return await countOrders(services)
  } finally {
    await services.db.close()
  }
}

async function countOrders({ db }: Services): Promise<number> {
  const [row] = await query<{ n: number }>(db.reader, 'SELECT COUNT(*) AS n FROM orders')
  return Number(row?.n)
}

/** The lists, counters and orders of the demo once more, some years earlier. */
async function addYear(em: EntityManager, at: Date, back: number, ordersAYear: number): Promise<void> {
  const thisYear = new Date().getFullYear()
  const lists = await selectRows(em, PledgeListRow, 'WHERE year = ?', [thisYear])
  for (const list of lists) {
    const id = newId(at)
    const pledges = await selectRows(em, PledgeRow, 'WHERE list_id = ?', [list.id])
    await insertRows(em, PledgeListRow, [{ ...list, id, year: list.year - back }])
    const copies = pledges.map((pledge) => ({
      ...pledge,
      id: newId(at),
      listId: id,
      year: pledge.year - back,
      wakeAt: null,
    }))
    await insertRows(em, PledgeRow, copies)
  }
  const month = monthOf(new Date())
  const counters = await selectRows(em, ScoreCounter, 'WHERE period = ?', [month])
  for (let of = 1; of <= 12; of++) {
    const period = `${thisYear - back}-${String(of).padStart(2, '0')}` as const
    for (let from = 0; from < counters.length; from += atOnce) {
      const rows = counters.slice(from, from + atOnce).map((counter) => ({ ...counter, period }))
      await insertRows(em, ScoreCounter, rows)
    }
  }
  await addOrders(em, at, ordersAYear)
}

async function addOrders(em: EntityManager, at: Date, count: number): Promise<void> {
  const [order] = await selectRows(em, OrderRow, "WHERE status = 'graded' LIMIT 1", [])
  if (!order) throw new Error('the demo has no graded order')
  for (let done = 0; done < count; done += atOnce) {
    const rows = Array.from({ length: Math.min(atOnce, count - done) }, (_, index) => {
      const id = newId(new Date(at.getTime() + (done + index) * 60_000))
      const status = closedStatuses[(done + index) % closedStatuses.length] ?? 'graded'
      return { ...order, id, status, no: `H${id.slice(-13)}`, sourceRef: null, mergedIntoId: null, placedAt: at }
    })
    await insertRows(em, OrderRow, rows)
  }
}
