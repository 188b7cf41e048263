import type { EntityManager } from 'typeorm'
import type { Database } from '../src/db/database'
import { Meta } from '../src/db/meta.entity'
import { insertRow } from '../src/db/rows'
import { execute } from '../src/db/sql'

export const counter = 'counter'

/** Reads first and writes later, which is what a second process makes fail on SQLite without care. */
export async function countOne(em: EntityManager, rowName: string): Promise<void> {
  await em.query('SELECT value FROM meta WHERE name = ?', [counter])
  await execute(em, 'UPDATE meta SET value = value + 1 WHERE name = ?', [counter])
  await insertRow(em, Meta, { name: rowName, value: 'written' })
}

/** Units one after the other, as an import runs them. */
export async function countMany(db: Database, prefix: string, times: number): Promise<void> {
  for (let number = 1; number <= times; number++) {
    await db.unitOfWork((em) => countOne(em, `${prefix}-${number}`))
  }
}
