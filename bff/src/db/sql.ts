import type { EntityManager } from 'typeorm'

type Answer = Record<string, unknown>[] & { affectedRows?: number }
/** What mysql2's pool and its connections have in common. */
interface Channel {
  query(sql: string, params: readonly unknown[], done: (error: Error | null, answer: Answer) => void): void
}

/**
 * Rows of a statement, parameters as `?`. On MySQL it goes to the driver itself, through the running transaction's
 * connection or the pool: a query runner around each statement costs as much as the statement (docs/adr/0002).
 * Throws the driver's error (see db/retry.ts).
 */
export async function query<Row>(em: EntityManager, sql: string, params: readonly unknown[] = []): Promise<Row[]> {
  if (isSqlite(em)) return em.query<Row[]>(sql, bindForSqlite(params))
  return (await ask(em, sql, params)) as Row[]
}

/** Runs a statement that changes rows and says how many it found to change. */
export async function execute(em: EntityManager, sql: string, params: readonly unknown[] = []): Promise<number> {
  if (!isSqlite(em)) return (await ask(em, sql, params)).affectedRows ?? 0
  const runner = em.queryRunner ?? em.connection.createQueryRunner()
  const result = await runner.query(sql, bindForSqlite(params), true)
  return result.affected ?? 0
}

/** `?, ?, ?` for a list. */
export const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

/** For `LIKE ? ESCAPE '!'`: whatever contains `words`. */
export const likePattern = (words: string): string => `%${words.replace(/[!%_]/g, (special) => `!${special}`)}%`

/** A time out of plain SQL: SQLite gives UTC text, MySQL a Date. */
export const asDate = (value: Date | string): Date =>
  value instanceof Date ? value : new Date(`${value.replace(' ', 'T')}Z`)

export const isSqlite = (em: EntityManager) => em.connection.options.type === 'better-sqlite3'

/** SQLite keeps times as UTC text, and its driver takes no Date. */
const bindForSqlite = (params: readonly unknown[]) =>
  params.map((value) => (value instanceof Date ? value.toISOString().replace('T', ' ').replace('Z', '') : value))

async function ask(em: EntityManager, sql: string, params: readonly unknown[]): Promise<Answer> {
  const channel = (
    em.queryRunner ? await em.queryRunner.connect() : (em.connection.driver as unknown as { pool: unknown }).pool
  ) as Channel
  em.connection.logger.logQuery(sql, [...params])
  return new Promise((resolve, reject) => {
    channel.query(sql, params, (error, answer) => (error ? reject(error) : resolve(answer)))
  })
}
