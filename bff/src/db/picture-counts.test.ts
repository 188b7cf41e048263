import { newDatabase } from '../../test/database'
import { testKeys } from '../../test/server'
import { readEnv } from '../env'
import { migrate } from './migrate'
import { PictureCounts1764892800000 } from './migrations/0013-picture-counts'
import { openDatabase } from './open'

test('migration: events say how many pictures they have, and nothing else changes', async () => {
  const db = await openDatabase(readEnv({ ...testKeys, DATABASE_URL: await newDatabase() }).database)
  try {
    await migrate(db)
    const runner = db.schemaSource.createQueryRunner()
    const migration = new PictureCounts1764892800000()
    const dataOf = async (id: string) => {
      const [row] = (await runner.query('SELECT data FROM order_events WHERE id = ?', [id])) as { data: string }[]
      return JSON.parse(row?.data ?? 'null') as unknown
    }
    const at = '2026-11-02 08:00:00.123'
    for (const [id, seq] of [
      ['with', 1],
      ['without', 2],
    ]) {
      await runner.query(
        `INSERT INTO order_events (id, order_id, seq, action, actor_id, to_status, at, data, is_synthetic)
         VALUES (?, 'order', ?, 'progress', 'person', 'in_progress', ?, '{"toCode":"610303"}', 0)`,
        [id, seq, at],
      )
    }
    for (const id of ['one', 'two']) {
      await runner.query(
        `INSERT INTO files (id, uploader_id, order_id, event_id, position, mime, bytes, width, height, sha256, created_at)
         VALUES (?, 'person', 'order', 'with', 0, 'image/jpeg', 1, 1, 1, '', ?)`,
        [id, at],
      )
    }
    await migration.up(runner)
    expect(await dataOf('with')).toEqual({ toCode: '610303', pictures: 2 })
    expect(await dataOf('without')).toEqual({ toCode: '610303' })
    await migration.down(runner)
    expect(await dataOf('with')).toEqual({ toCode: '610303' })
    await runner.release()
  } finally {
    await db.close()
  }
})
