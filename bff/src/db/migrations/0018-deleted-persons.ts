import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm'
import { columnTypes, nullable } from './portable-table'

/** Whose word a consent is, and that a person deleted their account. */
export class DeletedPersons1765324800000 implements MigrationInterface {
  readonly name = 'DeletedPersons1765324800000'

  async up(runner: QueryRunner): Promise<void> {
    const { code, instant } = columnTypes(runner)
    await runner.addColumn('consents', new TableColumn({ name: 'source', ...code(8), default: "'self'" }))
    await runner.query(
      `UPDATE consents SET source = 'demo'
        WHERE EXISTS (SELECT 1 FROM persons p
                       WHERE p.id = consents.person_id AND p.is_demo = 1 AND p.created_at = consents.at)`,
    )
    await runner.addColumn('persons', new TableColumn({ name: 'deleted_at', ...nullable(instant) }))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('persons', 'deleted_at')
    await runner.dropColumn('consents', 'source')
  }
}
