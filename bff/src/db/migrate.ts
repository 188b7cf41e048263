import type { Database } from './database'
import { insertRow, selectRows } from './rows'
import { Meta } from './meta.entity'

export type Stamp = 'demo' | 'ordinary'

/** Brings the schema up to date. Each migration runs in a transaction where the dialect has transactional DDL. */
export async function migrate(db: Database): Promise<number> {
  const done = await db.schemaSource.runMigrations({ transaction: 'each' })
  return done.length
}

/** What this database is for; undefined before its first start. */
export async function readStamp(db: Database): Promise<Stamp | undefined> {
  const [row] = await selectRows(db.reader, Meta, 'WHERE name = ?', ['stamp'])
  return row?.value as Stamp | undefined
}

/**
 * Stamps a new database, and refuses one of the other kind, so that demo data and real data never meet.
 * Throws an Error that says what to do.
 */
export async function ensureStamp(db: Database, stamp: Stamp): Promise<void> {
  await db.unitOfWork(async (em) => {
    const found = await readStamp(db)
    if (found === undefined) return insertRow(em, Meta, { name: 'stamp', value: stamp })
    if (found === stamp) return
    throw new Error(
      found === 'demo'
        ? 'this database holds demo data; point DATABASE_URL at another one, or start in demo mode'
        : 'this database holds real data; demo mode does not touch it',
    )
  })
}
