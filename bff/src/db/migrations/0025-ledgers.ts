import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

const indices: Record<string, Record<string, string[]>> = {
  order_clocks: {
    ix_order_clocks_community_overdue: ['community_code', 'overdue_at', 'id'],
    ix_order_clocks_street_overdue: ['street_code', 'overdue_at', 'id'],
    ix_order_clocks_community_kind: ['community_code', 'kind', 'id'],
    ix_order_clocks_street_kind: ['street_code', 'kind', 'id'],
  },
  exclusions: { ix_exclusions_community: ['community_code', 'state', 'id'] },
}

/** Ledgers are read by date inside a territory, and every export of one is kept. */
export class Ledgers1765929600000 implements MigrationInterface {
  readonly name = 'Ledgers1765929600000'

  async up(runner: QueryRunner): Promise<void> {
    const { code, count, flag, id, instant, json, orgCode } = columnTypes(runner)
    await createTable(
      runner,
      'ledger_exports',
      {
        ...{ id: primary(id), ledger: code(16), format: code(8), person_id: id, membership_id: id, role: code(20) },
        ...{ org_code: orgCode, district_code: orgCode, filters: json, at: instant, downloads: count },
        ...{ rows_sent: nullable(count), is_complete: flag, finished_at: nullable(instant) },
      },
      { ix_ledger_exports_district: ['district_code', 'id'] },
    )
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
    await runner.dropTable('ledger_exports')
  }
}
