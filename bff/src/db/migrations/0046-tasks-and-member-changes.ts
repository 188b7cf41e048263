import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

const ownerIndex = 'ix_orders_owner_org'

/** Orders of departments, and who gave and took which role; what happened of the latter before is not known. */
export class TasksAndMemberChanges1767744000000 implements MigrationInterface {
  readonly name = 'TasksAndMemberChanges1767744000000'

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
    await runner.query('ALTER TABLE orders ADD COLUMN owner_org_code varchar(32)')
    const columnNames = ['owner_org_code', 'status', 'id']
    await runner.createIndex('orders', new TableIndex({ name: ownerIndex, columnNames }))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('orders', ownerIndex)
    await runner.query('ALTER TABLE orders DROP COLUMN owner_org_code')
    await runner.dropTable('member_changes')
  }
}
