import fs from 'node:fs'
import path from 'node:path'
import { createConnection } from 'mysql2/promise'
import type { Database, Dialect } from '../src/db/database'
import { databasePrefix, runDir, runName, serverUrl } from './run'

export const dialect: Dialect = serverUrl() === undefined ? 'sqlite' : 'mysql'

/** For what only one dialect has. The other one still reports the test, as skipped, with the reason in its title. */
export const onSqlite = dialect === 'sqlite' ? test : test.skip
export const onMysql = dialect === 'mysql' ? test : test.skip

const worker = process.env.JEST_WORKER_ID ?? '1'
let made = 0

/** A database that nothing else uses, empty, without tables. @returns its `DATABASE_URL` */
export async function newDatabase(): Promise<string> {
  made += 1
  const name = `${worker}_${Date.now().toString(36)}_${made}`
  if (dialect === 'sqlite') return `sqlite:${path.join(runDir(), `${name}.sqlite`)}`
  return createMysqlDatabase(`${databasePrefix()}${name}`)
}

/**
 * The database of this worker for one test file. On MySQL it is made and migrated once and emptied between files,
 * because its DDL is slow; on SQLite a new file is cheaper.
 */
export async function workerDatabase(): Promise<string> {
  return dialect === 'sqlite' ? newDatabase() : createMysqlDatabase(`${databasePrefix()}${worker}`)
}

async function createMysqlDatabase(name: string): Promise<string> {
  const url = serverUrl() ?? ''
  const connection = await createConnection(url)
  await connection.query(`CREATE DATABASE IF NOT EXISTS \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
  await connection.end()
  return `${url}/${name}`
}

/** Deletes every row but the stamp and the list of migrations. */
export async function empty(db: Database): Promise<void> {
  await db.unitOfWork(async (em) => {
    for (const { tableName } of em.connection.entityMetadatas) {
      if (tableName !== 'meta') await em.query(`DELETE FROM \`${tableName}\``)
    }
    await em.query("DELETE FROM meta WHERE name <> 'stamp'")
  })
}

/** Every row of every table, as the database holds it. */
export async function dump(db: Database): Promise<Record<string, Record<string, unknown>[]>> {
  const tables: Record<string, Record<string, unknown>[]> = {}
  for (const { tableName } of db.schemaSource.entityMetadatas) {
    tables[tableName] = await db.reader.query<Record<string, unknown>[]>(`SELECT * FROM \`${tableName}\``)
  }
  return tables
}

export async function countRows(db: Database, table: string, where = '1 = 1', params: unknown[] = []): Promise<number> {
  const [row] = await db.reader.query<{ n: number | string }[]>(
    `SELECT COUNT(*) AS n FROM \`${table}\` WHERE ${where}`,
    params,
  )
  return Number(row?.n)
}

/** A directory of this run that nothing else uses. */
export const newDir = (): string => fs.mkdtempSync(path.join(runDir(), `${runName()}-`))
