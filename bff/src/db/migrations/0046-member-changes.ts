import type { MigrationInterface, QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

/** Who gave and took which role. What happened before is not known. */
export class MemberChanges1767744000000 implements MigrationInterface {
  readonly name = 'MemberChanges1767744000000'

  async up(runner: QueryRunner): Promise<void> {
    const { code, id, instant, orgCode } = columnTypes(runner)
    await createTable(
      runner,
      'member_changes',
      {
        ...{ id: primary(id), at: instant, change: code(16), membership_id: id, by_membership_id: nullable(id) },
        ...{ district_code: orgCode },
      },
      { ix_member_changes_district: ['district_code', 'id'] },
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('member_changes')
  }
}
