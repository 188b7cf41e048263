import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm'
import { execute, query } from './sql'

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
  await query(em, `INSERT INTO ${table} (${names}) VALUES (${marks})`, values)
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
  const found = await query<Record<string, unknown>>(em, `SELECT ${names} FROM ${table} ${tail}`, params)
  return found.map((raw) => {
    const row: Record<string, unknown> = {}
    for (const column of columns) {
      row[column.propertyName] = driver.prepareHydratedValue(raw[column.databaseName], column) as unknown
    }
    return row as Row
  })
}

/**
 * Rows of one entity, each with the row of another that shares its key, where there is one.
 * @param on column of the first table, and of the second, which may have at most one row for it
 * @param tail begins with WHERE; its columns are those of the first table, as `a.column`
 */
export async function selectPairs<Row extends ObjectLiteral, Other extends ObjectLiteral>(
  em: EntityManager,
  [entity, key]: readonly [EntityTarget<Row>, string],
  [otherEntity, otherKey]: readonly [EntityTarget<Other>, string],
  tail: string,
  params: readonly unknown[],
): Promise<[Row, Other | undefined][]> {
  const sides = [
    { ...metadataOf(em, entity), alias: 'a' },
    { ...metadataOf(em, otherEntity), alias: 'b' },
  ] as const
  const names = sides.flatMap(({ columns, alias }) =>
    columns.map(({ databaseName }) => `${alias}.${quote(databaseName)} AS ${alias}_${databaseName}`),
  )
  const [first, second] = sides
  const found = await query<Record<string, unknown>>(
    em,
    `SELECT ${names.join(', ')} FROM ${first.table} AS a
       LEFT JOIN ${second.table} AS b ON b.${quote(otherKey)} = a.${quote(key)} ${tail}`,
    params,
  )
  const read = ({ columns, driver, alias }: (typeof sides)[number], raw: Record<string, unknown>) =>
    Object.fromEntries(
      columns.map((column) => [
        column.propertyName,
        driver.prepareHydratedValue(raw[`${alias}_${column.databaseName}`], column) as unknown,
      ]),
    )
  return found.map((raw) => [
    read(first, raw) as Row,
    raw[`b_${otherKey}`] === null ? undefined : (read(second, raw) as Other),
  ])
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
