import { Table, TableIndex, type QueryRunner, type TableColumnOptions } from 'typeorm'

type Column = Omit<TableColumnOptions, 'name'>

/** The column vocabulary of db/columns.ts as a migration speaks it, for the dialect at hand. */
export function columnTypes(runner: QueryRunner) {
  const isSqlite = runner.connection.options.type === 'better-sqlite3'
  const code = (length: number): Column => ({ type: 'varchar', length: String(length) })
  return {
    code,
    id: code(36),
    orgCode: code(32),
    exact: (length: number): Column => ({ ...code(length), ...(isSqlite ? {} : { collation: 'utf8mb4_bin' }) }),
    text: { type: 'text' } satisfies Column,
    json: { type: 'text' } satisfies Column,
    count: { type: isSqlite ? 'integer' : 'int' } satisfies Column,
    flag: { type: isSqlite ? 'boolean' : 'tinyint' } satisfies Column,
    instant: (isSqlite ? { type: 'datetime' } : { type: 'datetime', precision: 3 }) satisfies Column,
  }
}

export const primary = (column: Column): Column => ({ ...column, isPrimary: true })
export const nullable = (column: Column): Column => ({ ...column, isNullable: true })

/**
 * Creates a table. Names are in snake_case.
 * @param indices name → columns; a name that begins with `uq_` is unique
 */
export async function createTable(
  runner: QueryRunner,
  name: string,
  columns: Record<string, Column>,
  indices: Record<string, string[]> = {},
): Promise<void> {
  const table = new Table({
    name,
    columns: Object.entries(columns).map(([column, options]) => ({ name: column, ...options })),
    indices: Object.entries(indices).map(
      ([index, columnNames]) => new TableIndex({ name: index, columnNames, isUnique: index.startsWith('uq_') }),
    ),
  })
  await runner.createTable(table)
}
