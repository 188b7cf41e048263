import type { MigrationInterface, QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

/** What communities need, with the words apart. */
export class Needs1767225600000 implements MigrationInterface {
  readonly name = 'Needs1767225600000'

  async up(runner: QueryRunner): Promise<void> {
    const { code, count, flag, id, instant, orgCode, text } = columnTypes(runner)
    await createTable(
      runner,
      'needs',
      {
        ...{ id: primary(id), district_code: orgCode, street_code: orgCode, community_code: orgCode },
        ...{ source: code(12), state: code(12), owner_id: nullable(id), written_by_id: id, order_id: nullable(id) },
        ...{ group_id: id, candidate_id: nullable(id), public_title: nullable(code(80)), answer_note: nullable(text) },
        ...{ answered_at: nullable(instant), is_demo: flag, version: count, created_at: instant },
      },
      {
        ix_needs_community: ['community_code', 'state', 'id'],
        ix_needs_street: ['street_code', 'state', 'id'],
        ix_needs_district: ['district_code', 'state', 'id'],
        ix_needs_owner: ['owner_id', 'id'],
        ix_needs_group: ['group_id'],
        ix_needs_order: ['order_id'],
        ix_needs_candidate: ['candidate_id'],
      },
    )
    await createTable(runner, 'need_texts', { need_id: primary(id), title: code(80), content: text, features: text })
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['need_texts', 'needs']) await runner.dropTable(table)
  }
}
