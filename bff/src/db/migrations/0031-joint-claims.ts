import type { MigrationInterface, QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

/** Units that join in a claim, and words of thanks to a unit. */
export class JointClaims1766448000000 implements MigrationInterface {
  readonly name = 'JointClaims1766448000000'

  async up(runner: QueryRunner): Promise<void> {
    const { code, id, instant, orgCode } = columnTypes(runner)
    await createTable(
      runner,
      'wish_partners',
      { order_id: primary(id), unit_code: primary(orgCode), invited_at: instant, joined_at: nullable(instant) },
      { ix_wish_partners_unit: ['unit_code', 'order_id'] },
    )
    await createTable(
      runner,
      'wish_thanks',
      {
        ...{ id: primary(id), order_id: id, unit_code: orgCode, street_code: orgCode, district_code: orgCode },
        ...{ person_id: id, text: code(200), state: code(8), at: instant },
        ...{ decided_by_id: nullable(id), decided_at: nullable(instant) },
      },
      {
        uq_wish_thanks_order: ['order_id'],
        ix_wish_thanks_unit: ['unit_code', 'state', 'id'],
        ix_wish_thanks_street: ['street_code', 'state', 'id'],
        ix_wish_thanks_district: ['district_code', 'state', 'id'],
      },
    )
    await runner.query('ALTER TABLE orders ADD COLUMN partners text')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE orders DROP COLUMN partners')
    await runner.dropTable('wish_thanks')
    await runner.dropTable('wish_partners')
  }
}
