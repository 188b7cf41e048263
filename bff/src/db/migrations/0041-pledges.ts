import type { MigrationInterface, QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

/** Lists of ten things, what is put to the vote, the pledges, and their history as a hash chain. */
export class Pledges1767312000000 implements MigrationInterface {
  readonly name = 'Pledges1767312000000'

  async up(runner: QueryRunner): Promise<void> {
    await createLists(runner)
    await createPledges(runner)
    await createChain(runner)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      ...['pledge_event_texts', 'pledge_events', 'pledge_objections', 'pledge_ratings', 'pledges'],
      ...['pledge_vote_roster', 'pledge_candidates', 'pledge_lists'],
    ]) {
      await runner.dropTable(table)
    }
  }
}

async function createLists(runner: QueryRunner): Promise<void> {
  const { code, count, flag, id, instant, orgCode, text } = columnTypes(runner)
  await createTable(
    runner,
    'pledge_lists',
    {
      ...{ id: primary(id), org_code: orgCode, district_code: orgCode, street_code: nullable(orgCode) },
      ...{ community_code: nullable(orgCode), year: count, state: code(16), is_demo: flag },
      ...{ vote_opens_at: nullable(instant), vote_closes_at: nullable(instant), max_choices: count },
      ...{ roster_count: count, voted_count: nullable(count), consent_number: nullable(count) },
      ...{ consent_note: nullable(text), consent_at: nullable(instant), published_at: nullable(instant) },
      ...{ grade_score: nullable(count), grade_note: nullable(text), graded_at: nullable(instant) },
      ...{ closing_note: nullable(text), event_count: count, head_hash: nullable(code(64)) },
      ...{ version: count, created_at: instant },
    },
    {
      uq_pledge_lists_org: ['org_code', 'year'],
      ix_pledge_lists_district: ['district_code', 'id'],
      ix_pledge_lists_street: ['street_code', 'id'],
    },
  )
  await createTable(
    runner,
    'pledge_candidates',
    {
      ...{ id: primary(id), list_id: id, number: count, title: code(80), summary: text, category: code(20) },
      votes: count,
    },
    { uq_pledge_candidates_number: ['list_id', 'number'] },
  )
  await createTable(
    runner,
    'pledge_vote_roster',
    { list_id: primary(id), person_id: primary(id), has_voted: flag },
    { ix_pledge_vote_roster_person: ['person_id'] },
  )
}

async function createPledges(runner: QueryRunner): Promise<void> {
  const { code, count, id, instant, json, orgCode, text } = columnTypes(runner)
  await createTable(
    runner,
    'pledges',
    {
      ...{ id: primary(id), list_id: id, org_code: orgCode, district_code: orgCode, street_code: nullable(orgCode) },
      ...{ community_code: nullable(orgCode), year: count, number: count, title: code(80), category: code(20) },
      ...{ state: code(16), terms: json, candidate_id: nullable(id), reported_at: nullable(instant) },
      ...{ notice_from: nullable(instant), struck_off_at: nullable(instant), struck_off_by_code: nullable(orgCode) },
      ...{
        statement: nullable(text),
        survey: nullable(json),
        grade_score: nullable(count),
        grade_note: nullable(text),
      },
      ...{ graded_at: nullable(instant), wake_at: nullable(instant), reminded_of: nullable(code(60)) },
      ...{ stale_at: nullable(instant), version: count, created_at: instant },
    },
    {
      uq_pledges_number: ['list_id', 'number'],
      ix_pledges_wake: ['wake_at'],
      ix_pledges_candidate: ['candidate_id'],
    },
  )
  await createTable(
    runner,
    'pledge_ratings',
    { pledge_id: primary(id), person_id: primary(id), stars: count, at: instant },
    { ix_pledge_ratings_person: ['person_id'] },
  )
  await createTable(
    runner,
    'pledge_objections',
    {
      ...{ id: primary(id), pledge_id: id, person_id: id, state: code(12), at: instant, text: nullable(text) },
      ...{ summary: nullable(code(200)), decision: nullable(code(10)), answer: nullable(text) },
      ...{ answered_at: nullable(instant), appeal_text: nullable(text), appealed_at: nullable(instant) },
      ...{ appeal_decision: nullable(code(10)), appeal_answer: nullable(text), appeal_answered_at: nullable(instant) },
    },
    { ix_pledge_objections_pledge: ['pledge_id', 'state'], ix_pledge_objections_person: ['person_id'] },
  )
}

async function createChain(runner: QueryRunner): Promise<void> {
  const { code, count, flag, id, instant, json, orgCode, text } = columnTypes(runner)
  await createTable(
    runner,
    'pledge_events',
    {
      ...{ id: primary(id), list_id: id, seq: count, pledge_id: nullable(id), pledge_number: nullable(count) },
      ...{
        action: code(24),
        actor_id: nullable(id),
        actor_role: nullable(code(20)),
        actor_org_code: nullable(orgCode),
      },
      ...{ at: instant, data: json, commitment: nullable(code(64)), hash: code(64) },
    },
    {
      uq_pledge_events_seq: ['list_id', 'seq'],
      ix_pledge_events_pledge: ['pledge_id', 'seq'],
      ix_pledge_events_actor: ['actor_id', 'pledge_id'],
    },
  )
  await createTable(runner, 'pledge_event_texts', {
    ...{ event_id: primary(id), salt: code(64), words: text, is_public: flag },
  })
}
