import type { MigrationInterface, QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

/**
 * Surveys. A ballot has no row: while a survey is open it lies in a sealed box among others, at the close the boxes are
 * counted and gone (docs/adr/0022).
 */
export class Surveys1767571200000 implements MigrationInterface {
  readonly name = 'Surveys1767571200000'

  async up(runner: QueryRunner): Promise<void> {
    const { code, count, exact, id, instant, json, orgCode, text } = columnTypes(runner)
    await createTable(
      runner,
      'surveys',
      {
        ...{ id: primary(id), org_code: orgCode, district_code: orgCode, title: code(60), intro: code(500) },
        ...{ method: code(16), questions: json, state: code(16), opens_at: instant, closes_at: instant },
        ...{ pledge_id: nullable(id), pledge_list_id: nullable(id), ballots: count, helped: count },
        ...{ roster: nullable(count), rules: nullable(json), closed_at: nullable(instant), created_by_id: id },
        ...{ version: count },
      },
      {
        ix_surveys_org: ['org_code', 'id'],
        ix_surveys_due: ['state', 'closes_at'],
      },
    )
    await createTable(
      runner,
      'survey_orgs',
      { survey_id: primary(id), org_code: primary(orgCode) },
      { ix_survey_orgs_org: ['org_code', 'survey_id'] },
    )
    await createTable(
      runner,
      'survey_participations',
      { survey_id: primary(id), person_id: primary(id), helped_by_id: nullable(id) },
      { ix_survey_participations_person: ['person_id'] },
    )
    await createTable(runner, 'survey_keys', { survey_id: primary(id), sealed: code(200) })
    await createTable(runner, 'survey_boxes', {
      ...{ survey_id: primary(id), number: primary(count), ballots: count, sealed: text },
    })
    await createTable(runner, 'survey_tallies', {
      ...{ survey_id: primary(id), question_key: primary(exact(16)), value: primary(count), amount: count },
    })
    await createTable(
      runner,
      'survey_texts',
      { id: primary(id), survey_id: id, question_key: exact(16), text: code(200) },
      { ix_survey_texts_question: ['survey_id', 'question_key', 'id'] },
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['texts', 'tallies', 'boxes', 'keys', 'participations', 'orgs']) {
      await runner.dropTable(`survey_${table}`)
    }
    await runner.dropTable('surveys')
  }
}
