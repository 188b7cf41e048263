import { TableColumn, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm'
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
    await runner.addColumns('orders', orderColumns(runner))
    await runner.query(`UPDATE orders SET clocks = '[]'`)
    await runner.changeColumn('orders', 'clocks', new TableColumn({ name: 'clocks', ...json }))
    await fillStars(runner)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('orders', orderColumns(runner))
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

function orderColumns(runner: QueryRunner): TableColumn[] {
  const { count, flag, instant, json } = columnTypes(runner)
  const none: Omit<TableColumnOptions, 'name'> = { ...count, default: 0 }
  const columns: Record<string, Omit<TableColumnOptions, 'name'>> = {
    stars: nullable(count),
    follow_up_stars: nullable(count),
    called_back_at: nullable(instant),
    rectified_at: nullable(instant),
    followed_up_at: nullable(instant),
    extension_asked_at: nullable(instant),
    extension_resolved_at: nullable(instant),
    urged_at: nullable(instant),
    urge_count: none,
    disputed_at: nullable(instant),
    dispute_resolved_at: nullable(instant),
    is_dispute_upheld: { ...flag, default: 0 },
    escalated_at: nullable(instant),
    escalation_resolved_at: nullable(instant),
    decline_count: none,
    rework_count: none,
    limit_days: nullable(count),
    fulfil_due_at: nullable(instant),
    clocks: nullable(json),
  }
  return Object.entries(columns).map(([name, column]) => new TableColumn({ name, ...column }))
}
