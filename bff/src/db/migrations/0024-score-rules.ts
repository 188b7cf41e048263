import type { MigrationInterface, QueryRunner } from 'typeorm'
import { columnTypes, createTable, primary } from './portable-table'

/** Rules of scores that a district set, and every act of freezing with the rules that it published by. */
export class ScoreRules1765843200000 implements MigrationInterface {
  readonly name = 'ScoreRules1765843200000'

  async up(runner: QueryRunner): Promise<void> {
    const { code, count, id, instant, json, orgCode } = columnTypes(runner)
    await createTable(
      runner,
      'score_rule_versions',
      {
        ...{ id: primary(id), district_code: orgCode, version: count, rules: json },
        ...{ set_by_person_id: id, set_at: instant },
      },
      { uq_score_rule_versions_version: ['district_code', 'version'] },
    )
    await createTable(
      runner,
      'score_freeze_acts',
      {
        ...{ id: primary(id), district_code: orgCode, through: code(7), rule_version: code(40) },
        ...{ frozen_by_person_id: id, frozen_at: instant },
      },
      { uq_score_freeze_acts_through: ['district_code', 'through'] },
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['score_freeze_acts', 'score_rule_versions']) await runner.dropTable(table)
  }
}
