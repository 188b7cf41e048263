import type { MigrationInterface, QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

/** Wrong passwords are counted by name, whether or not there is such an account. Locks that hold now are given up. */
export class PasswordAttempts1764979200000 implements MigrationInterface {
  readonly name = 'PasswordAttempts1764979200000'

  async up(runner: QueryRunner): Promise<void> {
    const { code, count, instant } = columnTypes(runner)
    await createTable(
      runner,
      'password_attempts',
      { name_hash: primary(code(64)), failures: count, locked_until: nullable(instant), last_at: instant },
      { ix_password_attempts_last: ['last_at'] },
    )
    await runner.query('ALTER TABLE accounts DROP COLUMN failures')
    await runner.query('ALTER TABLE accounts DROP COLUMN locked_until')
  }

  async down(runner: QueryRunner): Promise<void> {
    const isSqlite = runner.connection.options.type === 'better-sqlite3'
    await runner.query(`ALTER TABLE accounts ADD COLUMN failures ${isSqlite ? 'integer' : 'int'} NOT NULL DEFAULT 0`)
    await runner.query(`ALTER TABLE accounts ADD COLUMN locked_until ${isSqlite ? 'datetime' : 'datetime(3)'}`)
    await runner.dropTable('password_attempts')
  }
}
