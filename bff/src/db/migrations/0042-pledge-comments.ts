import type { MigrationInterface, QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

/** Comments on pledges, and the rules of pledges that districts set. */
export class PledgeComments1767398400000 implements MigrationInterface {
  readonly name = 'PledgeComments1767398400000'

  async up(runner: QueryRunner): Promise<void> {
    const { code, count, id, instant, json, orgCode, text } = columnTypes(runner)
    await createTable(
      runner,
      'pledge_comments',
      {
        ...{ id: primary(id), pledge_id: id, org_code: orgCode, author_id: id, state: code(12) },
        ...{ text: nullable(text), reason: nullable(code(200)), version: count, created_at: instant },
      },
      {
        ix_pledge_comments_pledge: ['pledge_id', 'state', 'id'],
        ix_pledge_comments_org: ['org_code', 'state', 'id'],
        ix_pledge_comments_author: ['author_id', 'id'],
      },
    )
    await createTable(
      runner,
      'pledge_rule_versions',
      { id: primary(id), district_code: orgCode, version: count, rules: json, set_by_person_id: id, set_at: instant },
      { uq_pledge_rule_versions_version: ['district_code', 'version'] },
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['pledge_rule_versions', 'pledge_comments']) await runner.dropTable(table)
  }
}
