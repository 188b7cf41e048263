import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Orders that were accepted as complex ones. */
export class ComplexOrders1766188800000 implements MigrationInterface {
  readonly name = 'ComplexOrders1766188800000'

  async up(runner: QueryRunner): Promise<void> {
    const isSqlite = runner.connection.options.type === 'better-sqlite3'
    const flag = isSqlite ? 'boolean' : 'tinyint'
    await runner.query(`ALTER TABLE orders ADD COLUMN is_complex ${flag} NOT NULL DEFAULT 0`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE orders DROP COLUMN is_complex')
  }
}
