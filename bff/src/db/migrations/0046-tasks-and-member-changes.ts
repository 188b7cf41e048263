import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

const index = (name: string, columnNames: string[]) => new TableIndex({ name, columnNames })
const ofOwner = index('ix_orders_owner_org', ['owner_org_code', 'status', 'id'])
const ofCommunity = {
  ix_orders_community: ['community_code', 'status', 'id'],
  ix_orders_community_urgency: ['community_code', 'status', 'urgency', 'id'],
}

/**
 * Orders of departments, and who gave and took which role; what happened of the latter before is not known. The queues of
 * communities leave tasks out: their indices hold what tells them, so that no list has to look at the rows.
 */
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
    await runner.createIndex('orders', ofOwner)
    for (const [name, columns] of Object.entries(ofCommunity)) {
      await runner.dropIndex('orders', index(name, columns))
      await runner.createIndex('orders', index(name, [...columns, 'owner_org_code']))
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(ofCommunity)) {
      await runner.dropIndex('orders', index(name, columns))
      await runner.createIndex('orders', index(name, columns))
    }
    await runner.dropIndex('orders', ofOwner)
    await runner.query('ALTER TABLE orders DROP COLUMN owner_org_code')
    await runner.dropTable('member_changes')
  }
}
