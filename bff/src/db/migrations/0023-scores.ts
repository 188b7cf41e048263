import type { MigrationInterface, QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

/** Counters of scores, what became known after a month was frozen, and what two persons took out of them. */
export class Scores1765756800000 implements MigrationInterface {
  readonly name = 'Scores1765756800000'

  async up(runner: QueryRunner): Promise<void> {
    const { code, count, id, instant, json, orgCode } = columnTypes(runner)
    const scope = { scope: code(10), code: code(36), period: code(7), counter: code(24) }
    await createTable(runner, 'score_counters', {
      ...Object.fromEntries(Object.entries(scope).map(([name, column]) => [name, primary(column)])),
      amount: count,
    })
    await createTable(
      runner,
      'score_corrections',
      { id: primary(id), ...scope, amount: count, known_on: code(10), order_id: id },
      { ix_score_corrections_scope: ['scope', 'code', 'period', 'id'] },
    )
    await createTable(runner, 'score_freezes', {
      ...{ district_code: primary(orgCode), frozen_through: code(7), rule_version: code(40) },
      ...{ frozen_at: instant, membership_id: id },
    })
    await createTable(
      runner,
      'exclusions',
      {
        ...{ id: primary(id), order_id: id, district_code: orgCode, street_code: orgCode, community_code: orgCode },
        ...{ state: code(12), reason: code(24), parts: json, note: code(500) },
        ...{ proposed_by_id: id, proposed_role: code(20), proposed_org_code: orgCode, proposed_at: instant },
        ...{
          decided_by_id: nullable(id),
          decided_at: nullable(instant),
          decision_note: nullable(code(500)),
          version: count,
        },
      },
      {
        ix_exclusions_order: ['order_id', 'id'],
        ix_exclusions_district: ['district_code', 'state', 'id'],
        ix_exclusions_street: ['street_code', 'state', 'id'],
      },
    )
    for (const [name, type] of Object.entries(orderColumns(runner))) {
      await runner.query(`ALTER TABLE orders ADD COLUMN ${name} ${type}`)
    }
    await fillGrades(runner)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(orderColumns(runner))) {
      await runner.query(`ALTER TABLE orders DROP COLUMN ${name}`)
    }
    for (const table of ['exclusions', 'score_freezes', 'score_corrections', 'score_counters']) {
      await runner.dropTable(table)
    }
  }
}

/** Grades that were given before, and who gave the ratings, stand in their events. */
async function fillGrades(runner: QueryRunner): Promise<void> {
  const events = (await runner.query(
    `SELECT order_id, action, data FROM order_events WHERE action IN ('rate', 'grade') ORDER BY order_id, seq`,
  )) as { order_id: string; action: string; data: string }[]
  for (const { order_id, action, data } of events) {
    const { scores, isTelephone } = JSON.parse(data) as { scores?: Record<string, number>; isTelephone?: boolean }
    if (action === 'grade' && scores) {
      const total = Object.values(scores).reduce((sum, part) => sum + part, 0)
      await runner.query('UPDATE orders SET grade_total = ? WHERE id = ?', [total, order_id])
    }
    if (action === 'rate' && isTelephone) {
      await runner.query('UPDATE orders SET is_telephone_rating = 1 WHERE id = ?', [order_id])
    }
  }
}

function orderColumns(runner: QueryRunner): Record<string, string> {
  const isSqlite = runner.connection.options.type === 'better-sqlite3'
  return {
    is_telephone_rating: `${isSqlite ? 'boolean' : 'tinyint'} NOT NULL DEFAULT 0`,
    grade_total: isSqlite ? 'integer' : 'int',
    excluded_parts: 'text',
  }
}
