import type { MigrationInterface, QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

/** Halls with their e-cards and hours, what they serve, the places of their slots, and their days in numbers. */
export class Halls1766880000000 implements MigrationInterface {
  readonly name = 'Halls1766880000000'

  async up(runner: QueryRunner): Promise<void> {
    const { code, count, exact, flag, id, instant, json, orgCode } = columnTypes(runner)
    await createTable(
      runner,
      'halls',
      {
        ...{ id: primary(id), org_code: orgCode, district_code: orgCode, name: code(40), name_key: exact(80) },
        ...{ address: code(120), directions: nullable(code(200)), lat_e6: nullable(count), lng_e6: nullable(count) },
        ...{ phones: json, windows: json, weekly: json, overrides: json, policy: json },
        ...{ is_closed: flag, is_demo: flag, version: count, updated_at: instant },
      },
      {
        uq_halls_name: ['org_code', 'name_key'],
        ix_halls_district: ['district_code', 'id'],
        ix_halls_point: ['lat_e6', 'lng_e6', 'id'],
      },
    )
    await createTable(
      runner,
      'hall_items',
      {
        ...{ hall_id: primary(id), item_id: primary(id), scope: code(10), rules: json, position: count },
        schedule_version: count,
      },
      { ix_hall_items_item: ['item_id', 'hall_id'] },
    )
    await createTable(
      runner,
      'booking_slots',
      {
        ...{ id: primary(id), hall_id: id, item_id: id, starts_at: instant, ends_at: instant, day: code(10) },
        ...{ capacity: count, taken: count, waiting: count },
      },
      {
        uq_booking_slots_start: ['hall_id', 'item_id', 'starts_at'],
        ix_booking_slots_day: ['hall_id', 'day'],
        ix_booking_slots_waiting: ['waiting', 'starts_at'],
      },
    )
    await createTable(
      runner,
      'hall_days',
      {
        ...{ hall_id: primary(id), day: primary(code(10)), last_number: count, last_called: nullable(count) },
        ...{ waiting: count, booked: count, cancelled: count, no_shows: count, checked_in: count, called: count },
        ...{ served: count, waited_minutes: count },
      },
      { ix_hall_days_day: ['day', 'hall_id'] },
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['hall_days', 'booking_slots', 'hall_items', 'halls']) await runner.dropTable(table)
  }
}
