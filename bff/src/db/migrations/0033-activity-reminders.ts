import type { MigrationInterface, QueryRunner } from 'typeorm'
import { columnTypes, createTable, primary } from './portable-table'

/** Activities of which those who signed up are to be reminded; none for those of before. */
export class ActivityReminders1766620800000 implements MigrationInterface {
  readonly name = 'ActivityReminders1766620800000'

  async up(runner: QueryRunner): Promise<void> {
    const { id, instant } = columnTypes(runner)
    await createTable(
      runner,
      'activity_reminders',
      { activity_id: primary(id), due_at: instant },
      { ix_activity_reminders_due: ['due_at', 'activity_id'] },
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('activity_reminders')
  }
}
