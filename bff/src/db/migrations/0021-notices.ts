import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

const due = (columnNames: string[]) => new TableIndex({ name: 'ix_outbox_due', columnNames })
const waiting = new TableIndex({ name: 'ix_outbox_waiting', columnNames: ['retry_at', 'subject'] })

/** The outbox is read from now on, and tells people. What was written before is history, of which nobody is told. */
export class Notices1765584000000 implements MigrationInterface {
  readonly name = 'Notices1765584000000'

  async up(runner: QueryRunner): Promise<void> {
    const { code, count, id, instant, json } = columnTypes(runner)
    await runner.addColumns('outbox', [
      new TableColumn({ name: 'subject', ...nullable(code(60)) }),
      new TableColumn({ name: 'attempts', ...count, default: 0 }),
      new TableColumn({ name: 'retry_at', ...nullable(instant) }),
      new TableColumn({ name: 'dead_at', ...nullable(instant) }),
      new TableColumn({ name: 'error', ...nullable(code(120)) }),
    ])
    await runner.query('UPDATE outbox SET dispatched_at = created_at WHERE dispatched_at IS NULL')
    await runner.dropIndex('outbox', due(['dispatched_at', 'id']))
    await runner.createIndices('outbox', [due(['dead_at', 'dispatched_at', 'id']), waiting])
    await createTable(
      runner,
      'notices',
      {
        id: primary(id),
        recipient_id: id,
        kind: code(40),
        subject_type: code(16),
        subject_id: id,
        source: code(80),
        data: json,
        created_at: instant,
        read_at: nullable(instant),
      },
      {
        uq_notices_source: ['recipient_id', 'source', 'kind'],
        ix_notices_recipient: ['recipient_id', 'id'],
        ix_notices_unread: ['recipient_id', 'read_at', 'id'],
        ix_notices_created: ['created_at'],
      },
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('notices')
    await runner.dropIndices('outbox', [due(['dead_at', 'dispatched_at', 'id']), waiting])
    await runner.createIndex('outbox', due(['dispatched_at', 'id']))
    await runner.dropColumns('outbox', ['subject', 'attempts', 'retry_at', 'dead_at', 'error'])
  }
}
