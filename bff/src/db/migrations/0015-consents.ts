import type { MigrationInterface, QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

/** What people agreed to, under which words, and when they took it back. */
export class Consents1765065600000 implements MigrationInterface {
  readonly name = 'Consents1765065600000'

  async up(runner: QueryRunner): Promise<void> {
    const { code, id, instant } = columnTypes(runner)
    await createTable(
      runner,
      'consents',
      {
        id: primary(id),
        person_id: id,
        kind: code(32),
        notice_version: code(16),
        at: instant,
        withdrawn_at: nullable(instant),
      },
      { ix_consents_person: ['person_id', 'id'] },
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('consents')
  }
}
