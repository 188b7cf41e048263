import type { MigrationInterface, QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

/** The places that people of a community name when they say where something is. */
export class Places1764806400000 implements MigrationInterface {
  readonly name = 'Places1764806400000'

  async up(runner: QueryRunner): Promise<void> {
    const { code, count, exact, flag, id, instant, orgCode } = columnTypes(runner)
    await createTable(
      runner,
      'places',
      {
        id: primary(id),
        community_code: orgCode,
        name: code(40),
        name_key: exact(80),
        kind: code(16),
        lat_e6: nullable(count),
        lng_e6: nullable(count),
        is_closed: flag,
        is_demo: flag,
        version: count,
        updated_at: instant,
      },
      {
        uq_places_name: ['community_code', 'name_key'],
        ix_places_community: ['community_code', 'is_closed', 'id'],
        ix_places_point: ['lat_e6', 'lng_e6', 'community_code', 'is_closed', 'id'],
      },
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('places')
  }
}
