import type { MigrationInterface, QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

/** Teams and their volunteers, activities and sign-ups, the points ledger, and what the market gives for points. */
export class Volunteers1766793600000 implements MigrationInterface {
  readonly name = 'Volunteers1766793600000'

  async up(runner: QueryRunner): Promise<void> {
    await createTeams(runner)
    await createActivities(runner)
    await createMarket(runner)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      ...['redemptions', 'rewards', 'point_balances', 'point_entries', 'signups', 'activities'],
      ...['point_rule_versions', 'volunteers', 'volunteer_teams'],
    ]) {
      await runner.dropTable(table)
    }
  }
}

async function createTeams(runner: QueryRunner): Promise<void> {
  const { code, count, flag, id, instant, orgCode } = columnTypes(runner)
  await createTable(
    runner,
    'volunteer_teams',
    {
      team_code: primary(orgCode),
      district_code: orgCode,
      intro: code(300),
      is_open: flag,
      version: count,
      updated_at: instant,
    },
    { ix_volunteer_teams_district: ['district_code', 'team_code'] },
  )
  await createTable(
    runner,
    'volunteers',
    {
      id: primary(id),
      team_code: orgCode,
      person_id: id,
      state: code(16),
      applied_at: instant,
      version: count,
      updated_at: instant,
    },
    { uq_volunteers: ['person_id', 'team_code'], ix_volunteers_team: ['team_code', 'state', 'id'] },
  )
  await createTable(
    runner,
    'point_rule_versions',
    {
      id: primary(id),
      district_code: orgCode,
      version: count,
      minutes_per_point: count,
      most_minutes: count,
      set_by_person_id: id,
      set_at: instant,
    },
    { uq_point_rule_versions: ['district_code', 'version'] },
  )
}

async function createActivities(runner: QueryRunner): Promise<void> {
  const { code, count, flag, id, instant, orgCode } = columnTypes(runner)
  await createTable(
    runner,
    'activities',
    {
      id: primary(id),
      team_code: orgCode,
      district_code: orgCode,
      title: code(40),
      place: code(40),
      detail: code(1000),
      starts_at: instant,
      ends_at: instant,
      capacity: count,
      taken: count,
      check_code: code(6),
      is_cancelled: flag,
      is_demo: flag,
      created_by_id: nullable(id),
      version: count,
      updated_at: instant,
    },
    {
      ix_activities_team: ['team_code', 'starts_at', 'id'],
      ix_activities_district: ['district_code', 'is_cancelled', 'starts_at', 'id'],
    },
  )
  await createTable(
    runner,
    'signups',
    {
      id: primary(id),
      activity_id: id,
      team_code: orgCode,
      person_id: id,
      state: code(16),
      checked_in_at: nullable(instant),
      checked_out_at: nullable(instant),
      minutes: nullable(count),
      half_points: nullable(count),
      rule_version: nullable(count),
      version: count,
      updated_at: instant,
    },
    { uq_signups: ['activity_id', 'person_id'], ix_signups_person: ['person_id', 'id'] },
  )
}

async function createMarket(runner: QueryRunner): Promise<void> {
  const { code, count, flag, id, instant, orgCode } = columnTypes(runner)
  await createTable(
    runner,
    'point_entries',
    {
      id: primary(id),
      person_id: id,
      reason: code(16),
      subject_id: id,
      subject: nullable(code(40)),
      half_points: count,
      balance: count,
      minutes: count,
      note: nullable(code(200)),
      by_membership_id: nullable(id),
      at: instant,
    },
    { uq_point_entries: ['reason', 'subject_id'], ix_point_entries_person: ['person_id', 'id'] },
  )
  await createTable(runner, 'point_balances', {
    person_id: primary(id),
    half_points: count,
    minutes: count,
    activities: count,
  })
  await createTable(
    runner,
    'rewards',
    {
      id: primary(id),
      org_code: orgCode,
      title: code(40),
      detail: code(200),
      cost_half_points: count,
      stock: count,
      is_closed: flag,
      is_demo: flag,
      version: count,
      updated_at: instant,
    },
    { ix_rewards_org: ['org_code', 'is_closed', 'id'] },
  )
  await createTable(
    runner,
    'redemptions',
    {
      id: primary(id),
      reward_id: id,
      title: code(40),
      org_code: orgCode,
      person_id: id,
      half_points: count,
      code: code(6),
      state: code(16),
      at: instant,
      version: count,
      updated_at: instant,
    },
    { ix_redemptions_person: ['person_id', 'id'], ix_redemptions_org: ['org_code', 'state', 'id'] },
  )
}
