import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The windows that were promised when an order was fulfilled; of those fulfilled before it is not known. */
export class OrderWindows1767916800000 implements MigrationInterface {
  readonly name = 'OrderWindows1767916800000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE orders ADD COLUMN windows text')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE orders DROP COLUMN windows')
  }
}
