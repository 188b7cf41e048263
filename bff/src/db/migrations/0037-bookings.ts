import type { MigrationInterface, QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

/** Bookings with their history, who may book, and who waits for a place. */
export class Bookings1766966400000 implements MigrationInterface {
  readonly name = 'Bookings1766966400000'

  async up(runner: QueryRunner): Promise<void> {
    const { code, count, flag, id, instant, json, orgCode, text } = columnTypes(runner)
    await createTable(
      runner,
      'bookings',
      {
        ...{ id: primary(id), hall_id: id, item_id: id, district_code: orgCode, slot_id: id },
        ...{ starts_at: instant, ends_at: instant, day: code(10), status: code(12), code: nullable(code(6)) },
        ...{ placed_by_id: id, owner_id: nullable(id), subject_key: code(80), for_whom: code(80) },
        ...{ is_for_other: flag, is_by_staff: flag, person_sealed: nullable(text), phone_hash: nullable(code(64)) },
        ...{ shown_name: nullable(code(40)), priority: code(10), due_at: nullable(instant), wait_id: nullable(id) },
        ...{ displaced_reason: nullable(code(20)), offers: nullable(json), cancel_reason: nullable(code(200)) },
        ...{ sequence: count, ticket_id: nullable(id), stars: nullable(count), rating_reasons: nullable(json) },
        ...{ rating_comment: nullable(text), rated_at: nullable(instant), finished_at: nullable(instant) },
        ...{ created_at: instant, updated_at: instant, version: count },
      },
      {
        uq_bookings_code: ['hall_id', 'day', 'code'],
        ix_bookings_hall: ['hall_id', 'day', 'starts_at', 'id'],
        ix_bookings_owner: ['owner_id', 'id'],
        ix_bookings_subject: ['subject_key', 'starts_at'],
        ix_bookings_slot: ['slot_id', 'status'],
        ix_bookings_due: ['due_at'],
        ix_bookings_phone: ['phone_hash'],
        ix_bookings_rated: ['rated_at'],
      },
    )
    await createTable(
      runner,
      'booking_events',
      {
        ...{ id: primary(id), booking_id: id, action: code(20), status: code(12), actor_id: nullable(id) },
        ...{ membership_id: nullable(id), at: instant },
      },
      { ix_booking_events_booking: ['booking_id', 'id'] },
    )
    await createTable(runner, 'booking_persons', {
      ...{ subject_key: primary(code(80)), bookings: count },
      ...{ paused_until: nullable(instant), lifted_at: nullable(instant) },
    })
    await createTable(
      runner,
      'waitlist_entries',
      {
        ...{ id: primary(id), slot_id: id, hall_id: id, item_id: id, starts_at: instant, ends_at: instant },
        ...{ person_id: id, state: code(10), open_key: nullable(code(80)), booking_id: nullable(id) },
        ...{ created_at: instant, updated_at: instant, version: count },
      },
      {
        uq_waitlist_entries_open: ['open_key'],
        ix_waitlist_entries_slot: ['slot_id', 'state', 'id'],
        ix_waitlist_entries_person: ['person_id', 'id'],
      },
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['waitlist_entries', 'booking_persons', 'booking_events', 'bookings'])
      await runner.dropTable(table)
  }
}
