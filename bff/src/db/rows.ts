import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm'
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js'
import { execute, query } from './sql'

/**
 * Plain parameterised SQL with the entity's own column names and type conversions: the ORM's comfort without the cost
 * of its query builders on hot paths (docs/adr/0002). Values are always parameters; only names come from metadata.
 */
const quote = (name: string) => `\`${name}\``

type Convert = (value: unknown) => unknown
interface Field {
  readonly property: string
  readonly column: string
  /** Undefined where the driver takes and gives the value as it is. */
  readonly toDatabase: Convert | undefined
  readonly fromDatabase: Convert | undefined
}
type Converted = Field & { readonly fromDatabase: Convert }
interface Table {
  readonly name: string
  readonly fields: readonly Field[]
  /** The first property of its primary key. */
  readonly key: string
  readonly converted: readonly Converted[]
  /** The columns as a list to select, and the same by the alias under which it stands beside others. */
  readonly own: string
  readonly sides: Map<string, string>
  readonly insert: string
}

const tables = new WeakMap<object, Map<unknown, Table>>()

/** What is known of an entity, worked out once for a connection. */
function tableOf<Row extends ObjectLiteral>(em: EntityManager, entity: EntityTarget<Row>): Table {
  const known = tables.get(em.connection) ?? new Map<unknown, Table>()
  tables.set(em.connection, known)
  const table = known.get(entity) ?? describe(em, entity)
  known.set(entity, table)
  return table
}

/** Types whose values need no conversion in either direction. */
const plainTypes: readonly unknown[] = ['varchar', 'text', 'int']

function describe<Row extends ObjectLiteral>(em: EntityManager, entity: EntityTarget<Row>): Table {
  const metadata = em.connection.getMetadata(entity)
  const { driver } = em.connection
  const fieldOf = (column: ColumnMetadata): Field => {
    const isPlain = plainTypes.includes(column.type) && !column.transformer
    return {
      property: column.propertyName,
      column: column.databaseName,
      toDatabase: isPlain ? undefined : (value) => driver.preparePersistentValue(value, column) as unknown,
      fromDatabase: isPlain ? undefined : (value) => driver.prepareHydratedValue(value, column) as unknown,
    }
  }
  const fields = metadata.columns.map(fieldOf)
  const name = quote(metadata.tableName)
  const own = fields.map(({ column }) => quote(column)).join(', ')
  const named = fields.map(({ column, property }) => `${quote(column)} AS ${quote(property)}`).join(', ')
  const marks = fields.map(() => '?').join(', ')
  const converted = fields.filter((field): field is Converted => field.fromDatabase !== undefined)
  const insert = `INSERT INTO ${name} (${own}) VALUES (${marks})`
  const key = metadata.primaryColumns[0]?.propertyName ?? ''
  return { name, fields, key, converted, own: named, sides: new Map<string, string>(), insert }
}

function sideOf({ fields, sides }: Table, alias: string): string {
  const known = sides.get(alias)
  if (known !== undefined) return known
  const columns = fields.map(({ column, property }) => `${alias}.${quote(column)} AS ${quote(`${alias}_${property}`)}`)
  const side = columns.join(', ')
  sides.set(alias, side)
  return side
}

function persisted({ property, toDatabase }: Field, row: ObjectLiteral): unknown {
  const value: unknown = row[property] ?? null
  return toDatabase && value !== null ? toDatabase(value) : value
}

/** The driver's own object, whose properties have their names already, with the values that need it converted. */
function readRow<Row>({ converted }: Table, row: Record<string, unknown>): Row {
  for (const { property, fromDatabase } of converted) {
    const value = row[property]
    if (value !== null) row[property] = fromDatabase(value)
  }
  return row as Row
}

function readSide<Row>(table: Table, raw: Record<string, unknown>, prefix: string): Row {
  const row: Record<string, unknown> = {}
  for (const { property } of table.fields) row[property] = raw[prefix + property]
  return readRow<Row>(table, row)
}

/** Inserts one row. Throws the driver's error on a duplicate key (see `isDuplicateKey`). */
export async function insertRow<Row extends ObjectLiteral>(
  em: EntityManager,
  entity: EntityTarget<Row>,
  row: Row,
): Promise<void> {
  const table = tableOf(em, entity)
  await query(
    em,
    table.insert,
    table.fields.map((field) => persisted(field, row)),
  )
}

/** Inserts several rows in one statement; none when there are none. */
export async function insertRows<Row extends ObjectLiteral>(
  em: EntityManager,
  entity: EntityTarget<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return
  const { fields, insert } = tableOf(em, entity)
  const more = `, (${fields.map(() => '?').join(', ')})`.repeat(rows.length - 1)
  await query(
    em,
    insert + more,
    rows.flatMap((row) => fields.map((field) => persisted(field, row))),
  )
}

/** Rows of one entity. `tail` begins with WHERE, names columns as they are in the database, and has `?` marks. */
export async function selectRows<Row extends ObjectLiteral>(
  em: EntityManager,
  entity: EntityTarget<Row>,
  tail: string,
  params: readonly unknown[],
): Promise<Row[]> {
  const table = tableOf(em, entity)
  const found = await query<Record<string, unknown>>(em, `SELECT ${table.own} FROM ${table.name} ${tail}`, params)
  return found.map((row) => readRow<Row>(table, row))
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
  const [first, second] = [tableOf(em, entity), tableOf(em, otherEntity)]
  const presence = `b_${second.fields.find(({ column }) => column === otherKey)?.property}`
  const found = await query<Record<string, unknown>>(
    em,
    `SELECT ${sideOf(first, 'a')}, ${sideOf(second, 'b')} FROM ${first.name} AS a
       LEFT JOIN ${second.name} AS b ON b.${quote(otherKey)} = a.${quote(key)} ${tail}`,
    params,
  )
  return found.map((raw) => [
    readSide<Row>(first, raw, 'a_'),
    raw[presence] === null ? undefined : readSide<Other>(second, raw, 'b_'),
  ])
}

/**
 * Rows of several entities side by side, in one statement; undefined for a side of which an outer join found none. With
 * each come the plain columns that were asked for beside them.
 * @param entities by the alias that they have in `from`
 * @param from begins with FROM, names tables and columns as they are in the database, and has `?` marks
 * @param beside SQL of further columns, whose marks come first
 */
export async function selectTogether<Sides extends Record<string, ObjectLiteral>, Beside = unknown>(
  em: EntityManager,
  entities: { readonly [Alias in keyof Sides]: EntityTarget<Sides[Alias]> },
  from: string,
  params: readonly unknown[],
  beside: readonly string[] = [],
): Promise<[Partial<Sides>, Beside][]> {
  const sides = Object.entries<EntityTarget<ObjectLiteral>>(entities).map(([alias, entity]) => ({
    alias,
    table: tableOf(em, entity),
  }))
  const columns = [...beside, ...sides.map(({ alias, table }) => sideOf(table, alias))].join(', ')
  const found = await query<Record<string, unknown>>(em, `SELECT ${columns} ${from}`, params)
  return found.map((raw) => {
    const present = sides.filter(({ alias, table }) => raw[`${alias}_${table.key}`] !== null)
    const rows = present.map(({ alias, table }) => [alias, readSide(table, raw, `${alias}_`)])
    return [Object.fromEntries(rows) as Partial<Sides>, raw as Beside]
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
  const { name, fields } = tableOf(em, entity)
  const changed = fields.filter(({ property }) => property in set)
  const assignments = changed.map(({ column }) => `${quote(column)} = ?`).join(', ')
  const values = changed.map((field) => persisted(field, set))
  return execute(em, `UPDATE ${name} SET ${assignments} WHERE ${where}`, [...values, ...params])
}
