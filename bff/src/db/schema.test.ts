import { dialect, newDatabase, newDir } from '../../test/database'
import { openTestServices, testKeys } from '../../test/server'
import { OutboxRow } from '../outbox/outbox.entity'
import { readEnv } from '../env'
import { openServices } from '../start-server'
import type { Database } from './database'
import { ensureStamp, migrate, readStamp } from './migrate'
import { openDatabase } from './open'
import { insertRow, selectRows } from './rows'

let db: Database
beforeEach(async () => {
  db = await openDatabase(readEnv({ ...testKeys, DATABASE_URL: await newDatabase() }).database)
})
afterEach(() => db.close())

const drift = async () => (await db.schemaSource.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query)
const listTables = {
  sqlite: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  mysql: 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
}
const tables = async () => {
  const rows = await db.schemaSource.query<{ name: string }[]>(listTables[dialect])
  return rows
    .map(({ name }) => name)
    .filter((name) => name !== 'migrations')
    .sort()
}

test('schema: the migrations make exactly what the entities state', async () => {
  await migrate(db)
  expect(await drift()).toEqual([])
})

test('schema: the drift check sees a missing index', async () => {
  await migrate(db)
  const runner = db.schemaSource.createQueryRunner()
  await runner.dropIndex('orders', 'ix_orders_owner')
  expect((await drift()).join()).toContain('ix_orders_owner')
  await runner.release()
})

test('schema: migrations run up, down and up again, and a second run does nothing', async () => {
  const steps = await migrate(db)
  const made = await tables()
  expect(made).toEqual(db.schemaSource.entityMetadatas.map(({ tableName }) => tableName).sort())
  expect(await migrate(db)).toBe(0)
  for (let step = 0; step < steps; step++) await db.schemaSource.undoLastMigration({ transaction: 'each' })
  expect(await tables()).toEqual([])
  expect(await migrate(db)).toBe(steps)
  expect(await tables()).toEqual(made)
  expect(await drift()).toEqual([])
  // MariaDB writes each change of a table to the disk.
}, 180_000)

test('stamp: the first start decides what a database is for, and the other kind is refused', async () => {
  await migrate(db)
  expect(await readStamp(db)).toBeUndefined()
  await ensureStamp(db, 'demo')
  await ensureStamp(db, 'demo')
  expect(await readStamp(db)).toBe('demo')
  await expect(ensureStamp(db, 'ordinary')).rejects.toThrow(/holds demo data/)
})

test('stamp: demo mode does not touch a database with real data', async () => {
  await migrate(db)
  await ensureStamp(db, 'ordinary')
  await expect(ensureStamp(db, 'demo')).rejects.toThrow(/holds real data/)
  expect(await readStamp(db)).toBe('ordinary')
})

test('stamp: an ordinary start on a demo database fails and closes its connections', async () => {
  const source = { ...testKeys, DATABASE_URL: await newDatabase(), XINBAN_DATA_DIR: newDir() }
  const env = readEnv(source)
  const demo = await openServices({ ...env, isDemo: true })
  await demo.db.close()
  await expect(openServices(env)).rejects.toThrow(/holds demo data/)
})

test('schema: instants keep their milliseconds', async () => {
  const services = await openTestServices()
  const at = new Date('2026-11-22T09:00:00.123+08:00')
  const unread = { dispatchedAt: null, subject: null, attempts: 0, retryAt: null, deadAt: null, error: null }
  const row = { id: 'a'.repeat(36), topic: 'test', payload: { n: 1 }, createdAt: at, ...unread }
  await services.db.unitOfWork((em) => insertRow(em, OutboxRow, row))
  expect(await selectRows(services.db.reader, OutboxRow, 'WHERE created_at = ?', [at])).toEqual([row])
  await services.db.close()
})
