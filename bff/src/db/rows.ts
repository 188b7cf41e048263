import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm'

/**
 * Plain parameterised SQL with the entity's own column names and type conversions: the ORM's comfort without the cost
 * of its query builders on hot paths (docs/adr/0002). Values are always parameters; only names come from metadata.
 */
const quote = (name: string) => `\`${name}\``

function metadataOf<Row extends ObjectLiteral>(em: EntityManager, entity: EntityTarget<Row>) {
  const metadata = em.connection.getMetadata(entity)
  return { table: quote(metadata.tableName), columns: metadata.columns, driver: em.connection.driver }
}

/** Inserts one row. Throws the driver's error on a duplicate key (see `isDuplicateKey`). */
export async function insertRow<Row extends ObjectLiteral>(
  em: EntityManager,
  entity: EntityTarget<Row>,
  row: Row,
): Promise<void> {
  const { table, columns, driver } = metadataOf(em, entity)
  const names = columns.map((column) => quote(column.databaseName)).join(', ')
  const marks = columns.map(() => '?').join(', ')
  const values: unknown[] = columns.map((column) => {
    const value: unknown = row[column.propertyName]
    return driver.preparePersistentValue(value ?? null, column) as unknown
  })
  await em.query(`INSERT INTO ${table} (${names}) VALUES (${marks})`, values)
}

/** Rows of one entity. `tail` begins with WHERE, names columns as they are in the database, and has `?` marks. */
export async function selectRows<Row extends ObjectLiteral>(
  em: EntityManager,
  entity: EntityTarget<Row>,
  tail: string,
  params: readonly unknown[],
): Promise<Row[]> {
  const { table, columns, driver } = metadataOf(em, entity)
  const names = columns.map((column) => quote(column.databaseName)).join(', ')
  const found = await em.query<Record<string, unknown>[]>(`SELECT ${names} FROM ${table} ${tail}`, bind(em, params))
  return found.map((raw) => {
    const row: Record<string, unknown> = {}
    for (const column of columns) {
      row[column.propertyName] = driver.prepareHydratedValue(raw[column.databaseName], column) as unknown
    }
    return row as Row
  })
}

/**
 * Changes rows and says how many. `where` has `?` marks for `params`.
 * The count is of rows found, so a guard in `where` tells whether this caller won.
 */
export async function updateRows<Row extends ObjectLiteral>(
  em: EntityManager,
  entity: EntityTarget<Row>,
  set: Partial<Row>,
  where: string,
  params: readonly unknown[],
): Promise<number> {
  const { table, columns, driver } = metadataOf(em, entity)
  const changed = columns.filter((column) => column.propertyName in set)
  const assignments = changed.map((column) => `${quote(column.databaseName)} = ?`).join(', ')
  const values: unknown[] = changed.map((column) => {
    const value: unknown = set[column.propertyName]
    return driver.preparePersistentValue(value ?? null, column) as unknown
  })
  return execute(em, `UPDATE ${table} SET ${assignments} WHERE ${where}`, [...values, ...params])
}

/** Runs a statement that changes rows and says how many it touched. */
export async function execute(em: EntityManager, sql: string, params: readonly unknown[]): Promise<number> {
  const runner = em.queryRunner ?? em.connection.createQueryRunner()
  const result = await runner.query(sql, bind(em, params), true)
  return result.affected ?? 0
}

/** Dates as the dialect stores them. */
function bind(em: EntityManager, params: readonly unknown[]): unknown[] {
  if (em.connection.options.type !== 'better-sqlite3') return [...params]
  return params.map((value) => (value instanceof Date ? sqliteInstant(value) : value))
}

const sqliteInstant = (value: Date) => value.toISOString().replace('T', ' ').replace('Z', '')

/** `?, ?, ?` for a list. */
export const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

/** A time out of plain SQL: SQLite gives UTC text, MySQL a Date. */
export const asDate = (value: Date | string): Date =>
  value instanceof Date ? value : new Date(`${value.replace(' ', 'T')}Z`)
