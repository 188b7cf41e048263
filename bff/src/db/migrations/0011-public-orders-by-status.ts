import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'

const name = 'ix_orders_public'

/** Public orders of a community by status, so that lists and hints pass over those that are withdrawn, merged or over. */
export class PublicOrdersByStatus1764720000000 implements MigrationInterface {
  readonly name = 'PublicOrdersByStatus1764720000000'

  up(runner: QueryRunner): Promise<void> {
    return this.replaceIndex(runner, ['community_code', 'is_public', 'status', 'id'])
  }

  down(runner: QueryRunner): Promise<void> {
    return this.replaceIndex(runner, ['community_code', 'is_public', 'id'])
  }

  private async replaceIndex(runner: QueryRunner, columnNames: string[]): Promise<void> {
    await runner.dropIndex('orders', name)
    await runner.createIndex('orders', new TableIndex({ name, columnNames }))
  }
}
