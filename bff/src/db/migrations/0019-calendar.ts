import type { MigrationInterface, QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

/** What a district sets about its working days and limits. */
export class Calendar1765411200000 implements MigrationInterface {
  readonly name = 'Calendar1765411200000'

  async up(runner: QueryRunner): Promise<void> {
    const { code, count, id, instant, json, orgCode } = columnTypes(runner)
    const set = { set_by_person_id: id, set_at: instant }
    await createTable(runner, 'calendars', {
      ...{ district_code: primary(orgCode), version: count, stamp: id, updated_at: instant },
    })
    await createTable(
      runner,
      'calendar_overrides',
      {
        ...{ id: primary(id), district_code: orgCode, org_code: orgCode, day: code(10), kind: code(8) },
        ...{ hours: nullable(json), reason: code(60), ...set },
      },
      { uq_calendar_overrides_day: ['district_code', 'org_code', 'day'] },
    )
    await createTable(
      runner,
      'calendar_years',
      { id: primary(id), district_code: orgCode, year: count, days: json, ...set },
      { uq_calendar_years_year: ['district_code', 'year'] },
    )
    await createTable(
      runner,
      'limit_versions',
      { id: primary(id), district_code: orgCode, version: count, limits: json, office_hours: json, ...set },
      { uq_limit_versions_version: ['district_code', 'version'] },
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['limit_versions', 'calendar_years', 'calendar_overrides', 'calendars'])
      await runner.dropTable(table)
  }
}
