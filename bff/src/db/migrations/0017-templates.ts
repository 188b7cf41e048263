import type { MigrationInterface, QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

/** Words that staff write again and again, by org and purpose. */
export class Templates1765238400000 implements MigrationInterface {
  readonly name = 'Templates1765238400000'

  async up(runner: QueryRunner): Promise<void> {
    const { code, count, exact, flag, id, instant, orgCode } = columnTypes(runner)
    await createTable(
      runner,
      'templates',
      {
        id: primary(id),
        org_code: orgCode,
        purpose: code(16),
        text: code(500),
        text_key: nullable(exact(64)),
        use_count: count,
        is_closed: flag,
        created_by_id: nullable(id),
        version: count,
        updated_at: instant,
      },
      {
        uq_templates_text: ['org_code', 'purpose', 'text_key'],
        ix_templates_org: ['org_code', 'purpose', 'is_closed', 'use_count'],
      },
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('templates')
  }
}
