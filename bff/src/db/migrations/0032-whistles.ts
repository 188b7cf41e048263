import type { MigrationInterface, QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

/** Whistles with a row for each department they call, and an append-only history with texts apart. */
export class Whistles1766534400000 implements MigrationInterface {
  readonly name = 'Whistles1766534400000'

  async up(runner: QueryRunner): Promise<void> {
    await createDepartments(runner)
    await createWhistles(runner)
    await createParties(runner)
    await createEvents(runner)
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = ['whistle_event_texts', 'whistle_events', 'whistle_parties', 'whistles', 'departments']
    for (const table of tables) await runner.dropTable(table)
  }
}

function createDepartments(runner: QueryRunner): Promise<void> {
  const { instant, orgCode } = columnTypes(runner)
  return createTable(
    runner,
    'departments',
    { org_code: primary(orgCode), district_code: orgCode, added_at: instant },
    { ix_departments_district: ['district_code', 'org_code'] },
  )
}

function createWhistles(runner: QueryRunner): Promise<void> {
  const { code, count, flag, id, instant, orgCode } = columnTypes(runner)
  return createTable(
    runner,
    'whistles',
    {
      ...{ id: primary(id), no: code(16), kind: code(8), status: code(12), is_open: flag },
      ...{ district_code: orgCode, street_code: orgCode, lead_code: orgCode },
      ...{ title: code(80), place: code(100), lat_e6: nullable(count), lng_e6: nullable(count) },
      ...{ place_code: code(6), order_id: nullable(id), is_sent_back: flag, department_count: count },
      ...{ blown_at: instant, closed_at: nullable(instant), updated_at: instant, version: count },
    },
    {
      uq_whistles_no: ['no'],
      ix_whistles_street: ['street_code', 'is_open', 'id'],
      ix_whistles_district: ['district_code', 'is_open', 'id'],
      ix_whistles_street_status: ['street_code', 'status', 'id'],
      ix_whistles_district_status: ['district_code', 'status', 'id'],
      ix_whistles_order: ['order_id'],
    },
  )
}

function createParties(runner: QueryRunner): Promise<void> {
  const { code, count, flag, id, instant, json, orgCode } = columnTypes(runner)
  const step = (name: string) => ({
    [`${name}_due_at`]: instant,
    [`${name}_done_at`]: nullable(instant),
    [`${name}_overdue_at`]: nullable(instant),
  })
  return createTable(
    runner,
    'whistle_parties',
    {
      ...{ id: primary(id), whistle_id: id, district_code: orgCode, department_code: orgCode, position: count },
      ...{ is_lead: flag, is_open: flag, state: code(12), refused_from: nullable(code(12)), is_overruled: flag },
      ...{ ...step('sign'), ...step('contact'), ...step('attend') },
      ...{ wake_at: nullable(instant), reckonings: json, stars: nullable(count), street_stars: nullable(count) },
      version: count,
    },
    {
      uq_whistle_parties_department: ['whistle_id', 'department_code'],
      ix_whistle_parties_department: ['department_code', 'is_open', 'whistle_id'],
      ix_whistle_parties_state: ['district_code', 'state', 'is_open', 'whistle_id'],
      ix_whistle_parties_wake: ['wake_at', 'id'],
    },
  )
}

async function createEvents(runner: QueryRunner): Promise<void> {
  const { code, count, id, instant, json, orgCode, text } = columnTypes(runner)
  await createTable(
    runner,
    'whistle_events',
    {
      ...{ id: primary(id), whistle_id: id, seq: count, action: code(20), actor_id: id, membership_id: id },
      ...{ actor_role: code(20), actor_org_code: orgCode, department_code: nullable(orgCode) },
      ...{ to_status: code(12), at: instant, data: json },
    },
    { uq_whistle_events_seq: ['whistle_id', 'seq'], ix_whistle_events_actor: ['actor_id', 'id'] },
  )
  await createTable(runner, 'whistle_event_texts', { event_id: primary(id), note: text })
}
