import type { MigrationInterface, QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

/** Numbers of the queues at halls. */
export class Tickets1767052800000 implements MigrationInterface {
  readonly name = 'Tickets1767052800000'

  async up(runner: QueryRunner): Promise<void> {
    const { code, count, flag, id, instant } = columnTypes(runner)
    await createTable(
      runner,
      'tickets',
      {
        ...{ id: primary(id), hall_id: id, item_id: nullable(id), day: code(10), number: count, state: code(10) },
        ...{ kind: code(8), booking_id: nullable(id), booked_for: nullable(instant), priority: code(10) },
        ...{ window_no: nullable(count), person_id: nullable(id), open_key: nullable(code(100)), calls: count },
        ...{ is_resumed: flag, drawn_at: instant, called_at: nullable(instant), finished_at: nullable(instant) },
        ...{ due_at: nullable(instant), version: count },
      },
      {
        uq_tickets_number: ['hall_id', 'day', 'number'],
        uq_tickets_open: ['open_key'],
        ix_tickets_state: ['hall_id', 'day', 'state', 'number'],
        ix_tickets_person: ['person_id', 'id'],
        ix_tickets_due: ['due_at'],
      },
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('tickets')
  }
}
