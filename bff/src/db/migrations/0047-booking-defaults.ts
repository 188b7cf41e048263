import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm'
import { columnTypes, createTable, primary } from './portable-table'

const tables = ['halls', 'hall_items']

type Values = Readonly<Record<string, unknown>>

/** What halls began with until now: whoever still has it never chose, and follows. */
const usualPolicy: Values = {
  ...{ holdMinutes: 5, offerMinutes: 30, checkInBefore: 15, checkInAfter: 10, changeUntilMinutes: 60 },
  ...{ perDay: 2, perItem: 1, noShowCount: 3, noShowDays: 90, pauseDays: 30 },
}
const usualRules: Values = { leadMinutes: 60, horizonDays: 14, walkInPercent: 0 }

const followed = (usual: Values, own: Values): string =>
  JSON.stringify(
    Object.keys(usual).filter(
      (key) => own[key] === usual[key] && (key !== 'horizonDays' || own.horizonKind === 'calendar'),
    ),
  )

const followsColumn = (isNullable: boolean) => new TableColumn({ name: 'follows', type: 'text', isNullable })

/** What a district sets for booking at its halls, and in what each hall and item goes by it. */
export class BookingDefaults1767830400000 implements MigrationInterface {
  readonly name = 'BookingDefaults1767830400000'

  async up(runner: QueryRunner): Promise<void> {
    const { count, id, instant, json, orgCode } = columnTypes(runner)
    await createTable(
      runner,
      'booking_default_versions',
      {
        ...{ id: primary(id), district_code: orgCode, version: count, defaults: json },
        ...{ set_by_person_id: id, set_at: instant },
      },
      { uq_booking_default_versions_version: ['district_code', 'version'] },
    )
    for (const table of tables) await runner.query(`ALTER TABLE ${table} ADD COLUMN follows text`)
    const halls = (await runner.query('SELECT id, policy FROM halls')) as { id: string; policy: string }[]
    for (const { id: hall, policy } of halls) {
      const follows = followed(usualPolicy, JSON.parse(policy) as Values)
      await runner.query('UPDATE halls SET follows = ? WHERE id = ?', [follows, hall])
    }
    const items = (await runner.query('SELECT hall_id, item_id, rules FROM hall_items')) as Record<
      'hall_id' | 'item_id' | 'rules',
      string
    >[]
    for (const { hall_id: hall, item_id: item, rules } of items) {
      const follows = followed(usualRules, JSON.parse(rules) as Values)
      await runner.query('UPDATE hall_items SET follows = ? WHERE hall_id = ? AND item_id = ?', [follows, hall, item])
    }
    for (const table of tables) {
      await runner.changeColumn(table, followsColumn(true), followsColumn(false))
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`ALTER TABLE ${table} DROP COLUMN follows`)
    await runner.dropTable('booking_default_versions')
  }
}
