import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'

const name = 'ix_orders_default_review'

/** Reviews that are noted where nobody rated. Orders that were fulfilled before have none: nobody was told of it. */
export class DefaultReviews1766275200000 implements MigrationInterface {
  readonly name = 'DefaultReviews1766275200000'

  async up(runner: QueryRunner): Promise<void> {
    const isSqlite = runner.connection.options.type === 'better-sqlite3'
    const [count, instant] = isSqlite ? ['integer', 'datetime'] : ['int', 'datetime(3)']
    await runner.query(`ALTER TABLE orders ADD COLUMN default_review_at ${instant}`)
    await runner.query(`ALTER TABLE orders ADD COLUMN default_stars ${count}`)
    await runner.createIndex('orders', new TableIndex({ name, columnNames: ['default_review_at', 'id'] }))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('orders', name)
    await runner.query('ALTER TABLE orders DROP COLUMN default_stars')
    await runner.query('ALTER TABLE orders DROP COLUMN default_review_at')
  }
}
