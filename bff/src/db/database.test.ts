import type { EntityManager } from 'typeorm'
import { countRows, onSqlite } from '../../test/database'
import { openTestServices } from '../../test/server'
import type { Services } from '../context'
import { Meta } from './meta.entity'
import { insertRow } from './rows'
import { execute } from './sql'

let services: Services
beforeAll(async () => {
  services = await openTestServices()
})
afterAll(() => services.db.close())

const commands = 50
const counter = 'counter'

async function reset(): Promise<void> {
  await services.db.unitOfWork(async (em) => {
    await em.query("DELETE FROM meta WHERE name <> 'stamp'")
    await insertRow(em, Meta, { name: counter, value: '0' })
  })
}
beforeEach(reset)

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))
const read = async (em: EntityManager) => {
  const [row] = await em.query<{ value: string }[]>(
    `SELECT value FROM meta WHERE name = ?${services.db.dialect === 'mysql' && em.queryRunner ? ' FOR UPDATE' : ''}`,
    [counter],
  )
  return Number(row?.value)
}

class Refused extends Error {}

/** Reads, yields, writes what it read plus one, adds a row of its own, yields, and perhaps refuses. */
const command = (number: number, throwsEvery: number) => async (em: EntityManager) => {
  const seen = await read(em)
  await turn()
  await execute(em, 'UPDATE meta SET value = ? WHERE name = ?', [String(seen + 1), counter])
  await insertRow(em, Meta, { name: `row-${number}`, value: 'written' })
  await turn()
  if (throwsEvery > 0 && number % throwsEvery === 0) throw new Refused()
}

type Transact = (work: (em: EntityManager) => Promise<void>) => Promise<void>

async function runAtOnce(transact: Transact, throwsEvery = 0) {
  const results = await Promise.allSettled(
    Array.from({ length: commands }, (_, number) => transact(command(number, throwsEvery))),
  )
  return {
    succeeded: results.filter(({ status }) => status === 'fulfilled').length,
    refused: results.filter((result) => result.status === 'rejected' && result.reason instanceof Refused).length,
    counter: await read(services.db.reader),
    rows: await countRows(services.db, 'meta', "name LIKE 'row-%'"),
  }
}
const inUnits: Transact = (work) => services.db.unitOfWork(work)

test('unitOfWork: 50 commands at once are all applied, each exactly once', async () => {
  expect(await runAtOnce(inUnits)).toEqual({ succeeded: 50, refused: 0, counter: 50, rows: 50 })
})

test('unitOfWork: of 50 commands at once every tenth throws and leaves nothing', async () => {
  expect(await runAtOnce(inUnits, 10)).toEqual({ succeeded: 45, refused: 5, counter: 45, rows: 45 })
  expect(await countRows(services.db, 'meta', "name IN ('row-0', 'row-10', 'row-20', 'row-30', 'row-40')")).toBe(0)
})

describe('the guard is needed (one shared SQLite connection)', () => {
  const plainly: Transact = (work) => services.db.schemaSource.transaction(work)
  /** Whatever the control leaves open on the shared connection ends with it. */
  afterEach(async () => {
    await services.db.close()
    services = await openTestServices()
  })

  onSqlite('plain transactions at once do not all succeed', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: commands }, (_, number) => plainly(command(number, 0))),
    )
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeLessThan(commands)
  })

  onSqlite('a plain insert beside a plain transaction is lost in its rollback though it reported success', async () => {
    const { schemaSource } = services.db
    let halfway = () => {}
    let goOn = () => {}
    const isHalfway = new Promise<void>((resolve) => (halfway = resolve))
    const mayGoOn = new Promise<void>((resolve) => (goOn = resolve))
    const rival = plainly(async (em) => {
      await execute(em, 'UPDATE meta SET value = ? WHERE name = ?', ['999', counter])
      halfway()
      await mayGoOn
      throw new Refused()
    })
    await isHalfway
    await schemaSource.query("INSERT INTO meta (name, value) VALUES ('row-lost', 'written')")
    const dirty = await read(schemaSource.manager)
    goOn()
    await expect(rival).rejects.toThrow(Refused)
    expect(dirty).toBe(999)
    expect(await countRows(services.db, 'meta', "name = 'row-lost'")).toBe(0)
  })
})

test('unitOfWork: readers never see rows that are not committed', async () => {
  let seenInside: number | undefined
  await expect(
    services.db.unitOfWork(async (em) => {
      await execute(em, 'UPDATE meta SET value = ? WHERE name = ?', ['999', counter])
      seenInside = await read(em)
      await outside()
      throw new Refused()
    }),
  ).rejects.toThrow(Refused)
  expect(seenInside).toBe(999)
  expect(seenOutside).toBe(0)
  expect(await read(services.db.reader)).toBe(0)
})
let seenOutside: number | undefined
/** Reads as another request does: outside of the unit's async context. */
const outside = detached(async () => {
  const [row] = await services.db.reader.query<{ value: string }[]>('SELECT value FROM meta WHERE name = ?', [counter])
  seenOutside = Number(row?.value)
})

/** A function that runs in the async context of this moment, whoever calls it. */
function detached(work: () => Promise<void>): () => Promise<void> {
  let start = () => {}
  const done = new Promise<void>((resolve) => (start = resolve)).then(work)
  return () => {
    start()
    return done
  }
}

test('unitOfWork: a reader sees a commit at once', async () => {
  for (let number = 1; number <= 20; number++) {
    await services.db.unitOfWork((em) =>
      execute(em, 'UPDATE meta SET value = ? WHERE name = ?', [`${number}`, counter]),
    )
    expect(await read(services.db.reader)).toBe(number)
  }
})

test('unitOfWork: a unit inside a unit joins it, and falls with it', async () => {
  const { db } = services
  await expect(
    db.unitOfWork(async (outer) => {
      await db.unitOfWork(async (inner) => {
        expect(inner).toBe(outer)
        expect(db.reader).toBe(outer)
        await insertRow(inner, Meta, { name: 'row-inner', value: 'written' })
      })
      throw new Refused()
    }),
  ).rejects.toThrow(Refused)
  expect(await countRows(db, 'meta', "name = 'row-inner'")).toBe(0)
  expect(db.reader).not.toBeUndefined()
})

test('unitOfWork: after a failed unit the next one works', async () => {
  await expect(services.db.unitOfWork((em) => em.query('SELECT * FROM no_such_table'))).rejects.toThrow()
  await services.db.unitOfWork((em) => insertRow(em, Meta, { name: 'row-next', value: 'written' }))
  expect(await countRows(services.db, 'meta', "name = 'row-next'")).toBe(1)
})

test('unitOfWork: two units that lock in opposite order both succeed', async () => {
  const { db } = services
  await db.unitOfWork((em) => insertRow(em, Meta, { name: 'other', value: '0' }))
  let attempts = 0
  let arrived = 0
  let meet = () => {}
  const bothHoldOne = new Promise<void>((resolve) => (meet = resolve))
  const add = (em: EntityManager, name: string) =>
    execute(em, 'UPDATE meta SET value = value + 1 WHERE name = ?', [name])
  const lock = (first: string, second: string) =>
    db.unitOfWork(async (em) => {
      attempts += 1
      await add(em, first)
      arrived += 1
      if (arrived === 2) meet()
      // On SQLite the second unit begins only when the first one is over, so there is nobody to meet.
      if (db.dialect === 'mysql') await bothHoldOne
      await add(em, second)
    })
  await Promise.all([lock(counter, 'other'), lock('other', counter)])
  const rows = await db.reader.query<{ value: string }[]>("SELECT value FROM meta WHERE name IN ('counter', 'other')")
  expect(rows.map(({ value }) => Number(value))).toEqual([2, 2])
  expect(attempts).toBe(db.dialect === 'mysql' ? 3 : 2)
})
