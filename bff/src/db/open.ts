import fs from 'node:fs'
import path from 'node:path'
import libsql from 'libsql'
import { DataSource, getMetadataArgsStorage, type DataSourceOptions } from 'typeorm'
import type { DatabaseTarget } from '../env'
import { Database } from './database'
import { entities } from './entities'
import { migrations } from './migrations'
import { SnakeNaming } from './naming'

/** Milliseconds SQLite may block the event loop for another process's lock; the unit of work waits on in the open. */
const busyTimeout = 50

const common = { entities, migrations, synchronize: false, namingStrategy: new SnakeNaming() }

interface Pragma {
  pragma(statement: string): unknown
}

/** Opens the database and its connections. Does not migrate. */
export async function openDatabase(target: DatabaseTarget): Promise<Database> {
  speak(target.kind)
  if (target.kind === 'mysql') {
    const source = await new DataSource({
      type: 'mariadb',
      host: target.host,
      port: target.port,
      username: target.user,
      password: target.password,
      database: target.database,
      charset: 'utf8mb4',
      timezone: 'Z',
      poolSize: 16,
      ...common,
    }).initialize()
    return new Database('mysql', source, source)
  }
  fs.mkdirSync(path.dirname(target.file), { recursive: true, mode: 0o700 })
  const open = (prepareDatabase: (db: Pragma) => void) =>
    new DataSource({
      type: 'better-sqlite3',
      driver: libsql,
      database: target.file,
      prepareDatabase,
      ...common,
    } satisfies DataSourceOptions).initialize()
  const writer = await open((db) => {
    db.pragma(`busy_timeout = ${busyTimeout}`)
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = NORMAL')
    db.pragma('foreign_keys = ON')
    // What is deleted is overwritten, such as the boxes of a counted survey (docs/adr/0022).
    db.pragma('secure_delete = ON')
  })
  const reader = await open((db) => {
    db.pragma(`busy_timeout = ${busyTimeout}`)
    db.pragma('query_only = 1')
  })
  return new Database('sqlite', writer, reader)
}

const exactColumns = new Set(getMetadataArgsStorage().columns.filter(({ options }) => options.collation !== undefined))

/**
 * The entities state MySQL's precision of instants and collation of exact text. SQLite has neither, needs neither,
 * and would read them as drift.
 */
function speak(dialect: DatabaseTarget['kind']): void {
  for (const column of getMetadataArgsStorage().columns) {
    if (column.options.type === 'datetime') column.options.precision = dialect === 'mysql' ? 3 : undefined
    if (exactColumns.has(column)) column.options.collation = dialect === 'mysql' ? 'utf8mb4_bin' : undefined
  }
}
