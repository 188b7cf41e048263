import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'

const index = new TableIndex({ name: 'ix_activities_order', columnNames: ['order_id', 'starts_at', 'id'] })

/** Activities that serve an order which the team claimed, and why one was called off. */
export class WishActivities1767657600000 implements MigrationInterface {
  readonly name = 'WishActivities1767657600000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE activities ADD COLUMN order_id varchar(36)')
    await runner.query('ALTER TABLE activities ADD COLUMN cancel_note varchar(200)')
    await runner.createIndex('activities', index)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('activities', index)
    await runner.query('ALTER TABLE activities DROP COLUMN cancel_note')
    await runner.query('ALTER TABLE activities DROP COLUMN order_id')
  }
}
