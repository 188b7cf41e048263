import type { MigrationInterface, QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

/** Who looked at whose contact. */
export class ContactViews1763856000000 implements MigrationInterface {
  readonly name = 'ContactViews1763856000000'

  async up(runner: QueryRunner): Promise<void> {
    const { code, id, instant, orgCode } = columnTypes(runner)
    await createTable(
      runner,
      'contact_views',
      {
        id: primary(id),
        order_id: id,
        district_code: orgCode,
        viewer_id: id,
        membership_id: id,
        role: code(20),
        org_code: orgCode,
        reason: nullable(code(200)),
        at: instant,
      },
      { ix_contact_views_district: ['district_code', 'id'], ix_contact_views_order: ['order_id'] },
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('contact_views')
  }
}
