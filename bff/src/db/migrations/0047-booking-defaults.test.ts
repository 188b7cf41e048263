import { newDatabase } from '../../../test/database'
import { testKeys } from '../../../test/server'
import { readEnv } from '../../env'
import { selectRows } from '../rows'
import { HallItemRow, HallRow } from '../../modules/halls'
import { openDatabase } from '../open'
import { migrate } from '../migrate'
import { BookingDefaults1767830400000 } from './0047-booking-defaults'

test('halls that never chose follow from now on, others keep what they chose', async () => {
  const db = await openDatabase(readEnv({ ...testKeys, DATABASE_URL: await newDatabase() }).database)
  await migrate(db)
  const runner = db.schemaSource.createQueryRunner()
  const migration = new BookingDefaults1767830400000()
  await migration.down(runner)
  const usual = {
    ...{ holdMinutes: 5, offerMinutes: 30, checkInBefore: 15, checkInAfter: 10, changeUntilMinutes: 60 },
    ...{ perDay: 2, perItem: 1, noShowCount: 3, noShowDays: 90, pauseDays: 30 },
  }
  const at = '2026-11-22 01:00:00'
  await runner.query(
    `INSERT INTO halls (id, org_code, district_code, name, name_key, address, phones, windows, weekly, overrides, policy,
       is_closed, is_demo, version, updated_at) VALUES ('h', '1', '1', 'a', 'a', 'b', '[]', '[]', '[]', '[]', ?, 0, 0, 1, ?)`,
    [JSON.stringify({ ...usual, perDay: 9 }), at],
  )
  const rules = { weekly: null, leadMinutes: 60, horizonDays: 14, horizonKind: 'working', walkInPercent: 0 }
  await runner.query(
    `INSERT INTO hall_items (hall_id, item_id, scope, rules, position, schedule_version) VALUES ('h', 'i', 'own', ?, 0, 1)`,
    [JSON.stringify(rules)],
  )
  await migration.up(runner)
  await runner.release()
  const [hall] = await selectRows(db.reader, HallRow, "WHERE id = 'h'", [])
  const [item] = await selectRows(db.reader, HallItemRow, "WHERE hall_id = 'h'", [])
  expect(hall?.follows).toEqual(Object.keys(usual).filter((key) => key !== 'perDay'))
  expect(item?.follows).toEqual(['leadMinutes', 'walkInPercent'])
  await db.close()
})
