import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'
import { columnTypes, createTable, primary } from './portable-table'

const indices: Record<string, Record<string, string[]>> = {
  orders: {
    ix_orders_wall: ['district_code', 'is_listed', 'status', 'wall_rank', 'id'],
    ix_orders_offered: ['street_code', 'offered_at', 'id'],
  },
  order_events: { ix_order_events_org: ['actor_org_code', 'action', 'at'] },
  order_clocks: { ix_order_clocks_unit: ['unit_code', 'kind', 'started_at'] },
}

/** The wall of wishes, and the units that claim from it. */
export class Wishes1766361600000 implements MigrationInterface {
  readonly name = 'Wishes1766361600000'

  async up(runner: QueryRunner): Promise<void> {
    const { code, count, flag, instant, json, orgCode } = columnTypes(runner)
    await createTable(
      runner,
      'units',
      {
        ...{ org_code: primary(orgCode), district_code: orgCode, parent_code: orgCode, kind: code(16) },
        ...{ categories: json, tags: json, area_codes: json, is_active: flag, open_claims: count },
        ...{ version: count, updated_at: instant },
      },
      { ix_units_parent: ['parent_code', 'org_code'] },
    )
    for (const [name, type] of Object.entries(orderColumns(runner))) {
      await runner.query(`ALTER TABLE orders ADD COLUMN ${name} ${type}`)
    }
    for (const [table, names] of Object.entries(indices)) {
      for (const [name, columnNames] of Object.entries(names)) {
        await runner.createIndex(table, new TableIndex({ name, columnNames }))
      }
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, names] of Object.entries(indices)) {
      for (const name of Object.keys(names)) await runner.dropIndex(table, name)
    }
    for (const name of Object.keys(orderColumns(runner)).reverse()) {
      await runner.query(`ALTER TABLE orders DROP COLUMN ${name}`)
    }
    await runner.dropTable('units')
  }
}

function orderColumns(runner: QueryRunner): Record<string, string> {
  const isSqlite = runner.connection.options.type === 'better-sqlite3'
  const [count, flag, instant] = isSqlite ? ['integer', 'boolean', 'datetime'] : ['int', 'tinyint', 'datetime(3)']
  return {
    offered_at: instant,
    public_title: 'varchar(40)',
    wish_category: 'varchar(16)',
    is_listed: `${flag} NOT NULL DEFAULT 0`,
    first_listed_at: instant,
    return_count: `${count} NOT NULL DEFAULT 0`,
    wall_rank: count,
    claimed_at: instant,
    contacted_at: instant,
  }
}
