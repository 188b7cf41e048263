import type { MigrationInterface, QueryRunner } from 'typeorm'

const columns = ['sign', 'contact', 'attend'].flatMap((step) => [`${step}_warn_at`, `${step}_warned_at`])

/** When a department is to be warned of each step, and was; whistles of before warn of nothing. */
export class WhistleWarnings1766707200000 implements MigrationInterface {
  readonly name = 'WhistleWarnings1766707200000'

  async up(runner: QueryRunner): Promise<void> {
    const isSqlite = runner.connection.options.type === 'better-sqlite3'
    const instant = isSqlite ? 'datetime' : 'datetime(3)'
    for (const column of columns) await runner.query(`ALTER TABLE whistle_parties ADD COLUMN ${column} ${instant} NULL`)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of columns) await runner.query(`ALTER TABLE whistle_parties DROP COLUMN ${column}`)
  }
}
