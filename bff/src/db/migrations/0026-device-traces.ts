import type { MigrationInterface, QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

/** On which devices staff act and residents rate, for 30 days; and ratings that look like brushing. */
export class DeviceTraces1766016000000 implements MigrationInterface {
  readonly name = 'DeviceTraces1766016000000'

  async up(runner: QueryRunner): Promise<void> {
    const { code, id, instant, json, orgCode } = columnTypes(runner)
    await createTable(
      runner,
      'device_signs',
      { id: primary(id), device_hash: code(64), kind: code(16), subject: id, day: code(10), at: instant },
      {
        uq_device_signs_day: ['device_hash', 'kind', 'subject', 'day'],
        ix_device_signs_device: ['device_hash', 'kind', 'at'],
        ix_device_signs_at: ['at'],
        ix_device_signs_subject: ['subject'],
      },
    )
    await createTable(
      runner,
      'rating_flags',
      {
        ...{ id: primary(id), order_id: id, district_code: orgCode, pattern: code(24), others: json, at: instant },
        ...{ looked_at: nullable(instant), looked_by_id: nullable(id), look_note: nullable(code(500)) },
      },
      { ix_rating_flags_district: ['district_code', 'id'], ix_rating_flags_order: ['order_id'] },
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('rating_flags')
    await runner.dropTable('device_signs')
  }
}
