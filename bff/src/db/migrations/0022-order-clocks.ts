import type { MigrationInterface, QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

/**
 * Clocks of orders, and what the flow remembers of bad reviews, extensions, disputes and escalations. Orders that were
 * placed before have no clocks: what nobody was told to keep is not held against anybody.
 */
export class OrderClocks1765670400000 implements MigrationInterface {
  readonly name = 'OrderClocks1765670400000'

  async up(runner: QueryRunner): Promise<void> {
    const { code, count, flag, id, instant, json, orgCode } = columnTypes(runner)
    await createTable(
      runner,
      'order_clocks',
      {
        id: primary(id),
        order_id: id,
        kind: code(20),
        holder_code: orgCode,
        community_code: orgCode,
        street_code: orgCode,
        unit_code: nullable(orgCode),
        started_at: instant,
        due_at: instant,
        warn_at: instant,
        ended_at: nullable(instant),
        ended_by: nullable(code(24)),
        outcome: code(12),
        is_front: flag,
        wake_at: nullable(instant),
        warned_at: nullable(instant),
        overdue_at: nullable(instant),
        charged_to: nullable(orgCode),
        is_synthetic: flag,
        is_provisional: flag,
        limits_version: count,
        explanation: json,
      },
      {
        ix_order_clocks_order: ['order_id', 'id'],
        ix_order_clocks_wake: ['wake_at', 'id'],
        ix_order_clocks_front: ['holder_code', 'is_front', 'due_at', 'order_id'],
      },
    )
    for (const [name, type] of Object.entries(orderColumns(runner))) {
      await runner.query(`ALTER TABLE orders ADD COLUMN ${name} ${type}`)
    }
    await fillStars(runner)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(orderColumns(runner)).reverse()) {
      await runner.query(`ALTER TABLE orders DROP COLUMN ${name}`)
    }
    await runner.dropTable('order_clocks')
  }
}

/** Ratings that were given before stand in their events. */
async function fillStars(runner: QueryRunner): Promise<void> {
  const events = (await runner.query(`SELECT order_id, data FROM order_events WHERE action = 'rate'`)) as {
    order_id: string
    data: string
  }[]
  for (const { order_id, data } of events) {
    const { stars } = JSON.parse(data) as { stars: number }
    await runner.query('UPDATE orders SET stars = ? WHERE id = ?', [stars, order_id])
  }
}

function orderColumns(runner: QueryRunner): Record<string, string> {
  const isSqlite = runner.connection.options.type === 'better-sqlite3'
  const [count, flag, instant] = isSqlite ? ['integer', 'boolean', 'datetime'] : ['int', 'tinyint', 'datetime(3)']
  return {
    stars: count,
    follow_up_stars: count,
    called_back_at: instant,
    rectified_at: instant,
    followed_up_at: instant,
    extension_asked_at: instant,
    extension_resolved_at: instant,
    urged_at: instant,
    urge_count: `${count} NOT NULL DEFAULT 0`,
    disputed_at: instant,
    dispute_resolved_at: instant,
    is_dispute_upheld: `${flag} NOT NULL DEFAULT 0`,
    escalated_at: instant,
    escalation_resolved_at: instant,
    decline_count: `${count} NOT NULL DEFAULT 0`,
    rework_count: `${count} NOT NULL DEFAULT 0`,
    limit_days: count,
    fulfil_due_at: instant,
    clocks: 'text',
  }
}
