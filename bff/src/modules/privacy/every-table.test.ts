import { dump } from '../../../test/database'
import { lifeSecrets, liveFully, makeSurroundings } from '../../../test/full-life'
import { runJobs } from '../../../test/jobs'
import { fullMarks } from '../../../test/orders'
import { alsoOfThings, ofResidents, ofStaff, ofThings, sealedForNobody } from '../../../test/person-columns'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller } from '../../../test/world'
import { entities } from '../../db/entities'

type Tables = Awaited<ReturnType<typeof dump>>

let server: TestServer
let around: Awaited<ReturnType<typeof makeSurroundings>>
let resident: Caller
let before: Tables
let lived: Tables
beforeAll(async () => {
  server = await openTestServer()
  const world = await server.world()
  around = await makeSurroundings(world)
  before = await dump(server.services.db)
  resident = await liveFully(server, world, around)
  lived = await dump(server.services.db)
})
afterAll(() => server.close())

/** Every column of every table, as `table.property`. */
const columns = () =>
  server.services.db.schemaSource.entityMetadatas.flatMap(({ tableName, columns }) =>
    columns.map(({ propertyName, databaseName, length, isPrimary }) => ({
      ...{ key: `${tableName}.${propertyName}`, tableName, propertyName, databaseName },
      ...{ isId: length === '36' && !(isPrimary && propertyName === 'id') },
    })),
  )
type Column = ReturnType<typeof columns>[number]
const cells = (tables: Tables, { tableName, databaseName }: Column) =>
  (tables[tableName] ?? []).map((row) => row[databaseName])
/** Inside a longer value, as JSON or a key. */
const mentions = (tables: Tables, column: Column) =>
  cells(tables, column).some((cell) => cell !== resident.personId && String(cell).includes(resident.personId))
const holds = (tables: Tables, column: Column) => cells(tables, column).includes(resident.personId)
/** `orders.0.events` in an answer. */
const at = (answer: object, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], answer)
const isSomething = (value: unknown) =>
  typeof value === 'string' || Array.isArray(value) ? value.length > 0 : typeof value === 'number' && value > 0

test('every column as wide as an id is known as a person’s or as a thing’s, and none is known that is not there', () => {
  const all = columns()
  expect(all.length).toBeGreaterThan(entities.length)
  const ofPersons = new Set([...Object.keys(ofResidents), ...ofStaff])
  const wide = all.filter(({ isId }) => isId)
  const isThing = ({ key, propertyName }: Column) =>
    !ofPersons.has(key) && (ofThings.has(propertyName) || alsoOfThings.has(key))
  // A new column: say in test/person-columns.ts whose id it is, and what the privacy module does with it.
  expect(wide.filter((column) => !isThing(column) && !ofPersons.has(column.key)).map(({ key }) => key)).toEqual([])
  const keys = new Set(all.map(({ key }) => key))
  expect([...ofPersons, ...alsoOfThings, ...sealedForNobody].filter((key) => !keys.has(key))).toEqual([])
  expect(
    Object.entries(ofResidents).filter(([, { stored, exported, after, why }]) => {
      const isWhole = stored !== undefined && exported !== undefined && after === 'nothing'
      return !isWhole && why === undefined
    }),
  ).toEqual([])
})

test('a resident who does everything stands in each column of residents, and in no other', () => {
  const found = columns()
    .filter((column) => holds(lived, column) && column.propertyName !== 'id')
    .map(({ key }) => key)
  expect(found.sort()).toEqual(Object.keys(ofResidents).sort())
})

test('me.stored and me.export say something of each', async () => {
  const stored = await resident.ok('me.stored')
  const exported = await resident.ok('me.export')
  const silent = Object.entries(ofResidents).flatMap(([key, owed]) => [
    ...(owed.stored !== undefined && !isSomething(at(stored, owed.stored)) ? [`${key} in me.stored`] : []),
    ...(owed.exported !== undefined && !isSomething(at(exported, owed.exported)) ? [`${key} in me.export`] : []),
  ])
  expect(silent).toEqual([])
})

test('the deletion leaves in each column what it should, none of their words, and nothing sealed', async () => {
  const text = (tables: Tables) => JSON.stringify(tables)
  const said = Object.values(lifeSecrets)
  const inTheClear = said.filter((words) => text(lived).includes(words))
  expect(inTheClear.length).toBeGreaterThan(6)
  const sealed = columns().filter(
    ({ key, propertyName }) => /sealed$|phoneHash$/i.test(propertyName) && !sealedForNobody.includes(key),
  )
  const theirs = (column: Column) => {
    const earlier = new Set(cells(before, column))
    return cells(lived, column).filter((cell) => cell !== null && !earlier.has(cell))
  }

  await resident.ok('me.delete', { query: { withdraws: 0 } })

  const after = await dump(server.services.db)
  const left = columns()
    .filter((column) => holds(after, column) && column.propertyName !== 'id')
    .map(({ key }) => key)
  const mayStay = Object.entries(ofResidents)
    .filter(([, owed]) => owed.after === 'id')
    .map(([key]) => key)
  expect(left.sort()).toEqual(mayStay.sort())
  // That the account is gone is told, once, to whoever has to know it.
  expect(
    columns()
      .filter((column) => mentions(after, column))
      .map(({ key }) => key),
  ).toEqual(['outbox.payload'])
  expect(said.filter((words) => text(after).includes(words))).toEqual([])
  expect(sealed.filter((column) => theirs(column).length > 0).length).toBeGreaterThan(4)
  expect(
    sealed.filter((column) => theirs(column).some((cell) => cells(after, column).includes(cell))).map(({ key }) => key),
  ).toEqual([])
})

test('nobody tells someone whose account is gone that their order goes on', async () => {
  const order = lived.orders?.find((row) => row.owner_id === resident.personId)
  await around.street.ok('orders.grade', { params: { id: String(order?.id) }, body: { scores: fullMarks } })
  await runJobs(server)
  const after = await dump(server.services.db)
  expect(after.orders?.find(({ id }) => id === order?.id)).toMatchObject({ status: 'graded' })
  expect(
    after.outbox?.filter(({ topic, dispatched_at }) => topic === 'order.graded' && dispatched_at !== null),
  ).toHaveLength(1)
  expect(after.notices?.filter(({ recipient_id }) => recipient_id === resident.personId)).toEqual([])
})
