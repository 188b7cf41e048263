import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm'
import { columnTypes, nullable } from './portable-table'

/** What comparing orders needs of their words. Older orders have none and are not compared. */
export class OrderFeatures1764028800000 implements MigrationInterface {
  readonly name = 'OrderFeatures1764028800000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn(
      'order_privates',
      new TableColumn({ name: 'features', ...nullable(columnTypes(runner).text) }),
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('order_privates', 'features')
  }
}
