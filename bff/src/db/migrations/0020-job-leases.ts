import type { MigrationInterface, QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

/** Which process runs a recurring job. */
export class JobLeases1765497600000 implements MigrationInterface {
  readonly name = 'JobLeases1765497600000'

  async up(runner: QueryRunner): Promise<void> {
    const { code, count, id, instant } = columnTypes(runner)
    await createTable(runner, 'job_leases', {
      name: primary(code(60)),
      owner_id: nullable(id),
      leased_until: nullable(instant),
      due_at: instant,
      last_at: nullable(instant),
      failures: count,
    })
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('job_leases')
  }
}
