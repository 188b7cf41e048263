import { newDatabase } from '../../test/database'
import { testKeys } from '../../test/server'
import { readEnv } from '../env'
import type { Database } from './database'
import { migrate } from './migrate'
import { ServiceItemVersions1764633600000 } from './migrations/0010-service-item-versions'
import { openDatabase } from './open'

let db: Database
beforeEach(async () => {
  db = await openDatabase(readEnv({ ...testKeys, DATABASE_URL: await newDatabase() }).database)
  await migrate(db)
  await undo()
})
afterEach(() => db.close())

/** Goes back to before items had versions, whatever came after. */
async function undo(): Promise<void> {
  const { name } = new ServiceItemVersions1764633600000()
  const isDone = async () => (await query('SELECT name FROM migrations WHERE name = ?', [name])).length > 0
  while (await isDone()) await db.schemaSource.undoLastMigration({ transaction: 'each' })
}
const query = (sql: string, params: unknown[] = []) => db.schemaSource.query<Record<string, unknown>[]>(sql, params)

const long = '材'.repeat(90)
const guide = {
  ...{ audience: '居民', materials: ['户口簿', long], steps: ['提交点单'], timeLimit: '5 个工作日' },
  ...{ fee: '免费', source: '试验', remark: '以当地公布为准' },
}
async function fillOld(): Promise<void> {
  await query(
    `INSERT INTO service_items (id, district_code, name, kind, category, summary, guide, position, is_demo, updated_at)
     VALUES ('item-1', '610303', '水电小修', 'service', '维修', '小修小补', ?, 3, 1, '2026-11-02 08:00:00.123')`,
    [JSON.stringify(guide)],
  )
}

test('migration: items that were there get version 1, whose guide says the same', async () => {
  await fillOld()
  await migrate(db)
  const [item] = await query('SELECT * FROM service_items')
  expect(item).toMatchObject({ id: 'item-1', name: '水电小修', state: 'open', published_version: 1, version: 1 })
  expect(item).toMatchObject({ position: 3, is_demo: 1, draft: null, everyday_words: '[]' })
  const [version] = await query('SELECT * FROM service_item_versions')
  expect(version).toMatchObject({ item_id: 'item-1', version: 1, membership_id: null })
  expect(JSON.parse(String(version?.content))).toEqual({
    ...{ name: '水电小修', kind: 'service', category: '维修', summary: '小修小补', everydayWords: [] },
    guide: {
      ...{ basis: [], audience: '居民', steps: ['提交点单'], fee: '免费', channels: [], source: '试验' },
      materials: [
        { name: '户口簿', note: '', isRequired: false },
        { name: long.slice(0, 80), note: long.slice(80), isRequired: false },
      ],
      ...{ timeLimit: { workingDays: null, words: '5 个工作日' }, region: '610303', date: '2026-11-02' },
    },
  })
})

test('migration: going back leaves one guide an item, as it was', async () => {
  await fillOld()
  await migrate(db)
  await undo()
  const [item] = await query('SELECT * FROM service_items')
  expect(item).toMatchObject({ id: 'item-1', name: '水电小修', position: 3 })
  expect(JSON.parse(String(item?.guide))).toEqual(guide)
})
