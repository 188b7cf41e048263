import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

/** Orders that everyone may see, who needs the same, and orders that go on in another one's place. */
export class PublicOrders1763942400000 implements MigrationInterface {
  readonly name = 'PublicOrders1763942400000'

  async up(runner: QueryRunner): Promise<void> {
    const { count, flag, id, instant } = columnTypes(runner)
    await runner.addColumns('orders', [
      new TableColumn({ name: 'approved_at', ...nullable(instant) }),
      new TableColumn({ name: 'is_public', ...flag, default: 0 }),
      new TableColumn({ name: 'merged_into_id', ...nullable(id) }),
      new TableColumn({ name: 'second_count', ...count, default: 0 }),
    ])
    await runner.createIndices('orders', [
      new TableIndex({ name: 'ix_orders_public', columnNames: ['community_code', 'is_public', 'id'] }),
      new TableIndex({ name: 'ix_orders_merged_into', columnNames: ['merged_into_id'] }),
    ])
    await createTable(
      runner,
      'order_seconds',
      { order_id: primary(id), person_id: primary(id), via_order_id: nullable(id), at: instant },
      { ix_order_seconds_via: ['via_order_id'], ix_order_seconds_person: ['person_id'] },
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('order_seconds')
    await runner.dropIndices('orders', [
      new TableIndex({ name: 'ix_orders_public', columnNames: ['community_code', 'is_public', 'id'] }),
      new TableIndex({ name: 'ix_orders_merged_into', columnNames: ['merged_into_id'] }),
    ])
    await runner.dropColumns('orders', ['approved_at', 'is_public', 'merged_into_id', 'second_count'])
  }
}
