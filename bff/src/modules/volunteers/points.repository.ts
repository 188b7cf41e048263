import type { PointReason } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { newId } from '../../db/ids'
import { isDuplicateKey } from '../../db/retry'
import { insertRow, selectRows } from '../../db/rows'
import { execute, query } from '../../db/sql'
import { PointBalance, PointEntryRow } from './market.entity'

export async function findBalance(em: EntityManager, personId: string): Promise<PointBalance> {
  const [balance] = await selectRows(em, PointBalance, 'WHERE person_id = ?', [personId])
  return balance ?? { personId, halfPoints: 0, minutes: 0, activities: 0 }
}

export interface NewEntry {
  readonly personId: string
  readonly reason: PointReason
  /** The sign-up or redemption; undefined for a correction, which is about no more than itself. */
  readonly subjectId?: string
  readonly subject: string
  /** Half points; negative where they are given. */
  readonly halfPoints: number
  readonly minutes?: number
  readonly activities?: number
  readonly note?: string
  readonly byMembershipId?: string
}

/**
 * Adds an entry to the points ledger and moves the balance with it, in the running unit of work.
 * @returns false when the balance would fall below zero: nothing is written then
 */
export async function addEntry(em: EntityManager, now: Date, entry: NewEntry): Promise<boolean> {
  const { personId, halfPoints, minutes = 0, activities = 0 } = entry
  if (!(await moveBalance(em, { personId, halfPoints, minutes, activities }))) return false
  const id = newId(now)
  await insertRow(em, PointEntryRow, {
    ...{ id, personId, halfPoints, minutes, at: now },
    ...{ reason: entry.reason, subject: entry.subject, subjectId: entry.subjectId ?? id },
    balance: (await findBalance(em, personId)).halfPoints,
    note: entry.note ?? null,
    byMembershipId: entry.byMembershipId ?? null,
  })
  return true
}

async function moveBalance(em: EntityManager, move: PointBalance): Promise<boolean> {
  const { personId, halfPoints, minutes, activities } = move
  const sql = `UPDATE point_balances
                  SET half_points = half_points + ?, minutes = minutes + ?, activities = activities + ?
                WHERE person_id = ? AND half_points + ? >= 0`
  const change = () => execute(em, sql, [halfPoints, minutes, activities, personId, halfPoints])
  if ((await change()) === 1) return true
  if (halfPoints < 0) return false
  try {
    await insertRow(em, PointBalance, move)
    return true
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    return (await change()) === 1
  }
}

/** Somebody's ledger, the latest first. */
export const entriesOf = (
  em: EntityManager,
  personId: string,
  beforeId: string,
  limit: number,
): Promise<PointEntryRow[]> =>
  selectRows(em, PointEntryRow, `WHERE person_id = ? AND id < ? ORDER BY id DESC LIMIT ${limit}`, [personId, beforeId])

interface PointDifference {
  readonly personId: string
  readonly what: 'halfPoints' | 'minutes' | 'activities' | 'balance of an entry'
  readonly stored: number
  readonly reckoned: number
}
export interface PointReport {
  readonly people: number
  readonly entries: number
  readonly differences: readonly PointDifference[]
}

const peopleAtOnce = 500

/**
 * Adds the ledger up anew, in pages of people, and compares it with the balances and with the balance that each entry
 * says.
 */
export async function verifyPoints(em: EntityManager): Promise<PointReport> {
  const differences: PointDifference[] = []
  let [people, entries] = [0, 0]
  for (let after: string | undefined = ''; after !== undefined;) {
    const page: { personId: string }[] = await query(
      em,
      `SELECT person_id AS personId FROM point_balances WHERE person_id > ?
        UNION SELECT person_id FROM point_entries WHERE person_id > ?
        ORDER BY personId LIMIT ${peopleAtOnce}`,
      [after, after],
    )
    for (const { personId } of page) {
      const ledger = await selectRows(em, PointEntryRow, 'WHERE person_id = ? ORDER BY id', [personId])
      differences.push(...compare(await findBalance(em, personId), ledger))
      entries += ledger.length
    }
    people += page.length
    after = page.length < peopleAtOnce ? undefined : page.at(-1)?.personId
  }
  return { people, entries, differences }
}

function compare(stored: PointBalance, ledger: readonly PointEntryRow[]): PointDifference[] {
  const found: PointDifference[] = []
  const check = (what: PointDifference['what'], kept: number, reckoned: number) => {
    if (kept !== reckoned) found.push({ personId: stored.personId, what, stored: kept, reckoned })
  }
  const sum = (of: (entry: PointEntryRow) => number) => ledger.reduce((total, entry) => total + of(entry), 0)
  check(
    'halfPoints',
    stored.halfPoints,
    sum(({ halfPoints }) => halfPoints),
  )
  check(
    'minutes',
    stored.minutes,
    sum(({ minutes }) => minutes),
  )
  check('activities', stored.activities, ledger.filter(({ reason }) => reason === 'service').length)
  // Entries of one moment stand in no order of their own; each still says a sum that was reached.
  const sums = ledger.map((_, index) =>
    ledger.slice(0, index + 1).reduce((total, entry) => total + entry.halfPoints, 0),
  )
  ledger.forEach(({ balance, at }, index) => {
    const isAlone = ledger.filter((other) => other.at.getTime() === at.getTime()).length === 1
    if (isAlone) check('balance of an entry', balance, sums[index] ?? 0)
  })
  return found
}
