import type { GuideContent, ItemContent } from '@xinban/shared/contracts'
import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

interface ItemBefore {
  readonly id: string
  readonly district_code: string
  readonly name: string
  readonly kind: ItemContent['kind']
  readonly category: string
  readonly summary: string
  readonly guide: string
  readonly position: number
  readonly is_demo: number
  readonly updated_at: Date | string
}
interface GuideBefore {
  readonly audience: string
  readonly materials: readonly string[]
  readonly steps: readonly string[]
  readonly timeLimit: string
  readonly fee: string
  readonly source: string
  readonly remark: string
}

/** Numbered versions of what an item says; an order remembers the one it was placed under. */
export class ServiceItemVersions1764633600000 implements MigrationInterface {
  readonly name = 'ServiceItemVersions1764633600000'

  async up(runner: QueryRunner): Promise<void> {
    const { count, id, instant, json } = columnTypes(runner)
    await createTable(runner, 'service_item_versions', {
      item_id: primary(id),
      version: primary(count),
      content: json,
      published_at: instant,
      membership_id: nullable(id),
    })
    const before = (await runner.query('SELECT * FROM service_items')) as ItemBefore[]
    await createTable(runner, nextTable, this.columnsAfter(runner))
    for (const item of before) {
      const content = contentOf(item, await this.districtName(runner, item.district_code))
      await runner.query(
        'INSERT INTO service_item_versions (item_id, version, content, published_at) VALUES (?, 1, ?, ?)',
        [item.id, JSON.stringify(content), item.updated_at],
      )
      await runner.query(
        `INSERT INTO ${nextTable} (id, district_code, name, kind, category, summary, everyday_words, state,
           published_version, position, is_demo, version, updated_at)
         VALUES (?, ?, ?, ?, ?, ?, '[]', 'open', 1, ?, ?, 1, ?)`,
        [...named(item), item.position, item.is_demo, item.updated_at],
      )
    }
    await this.replaceItems(runner)
    await runner.query(`ALTER TABLE orders ADD COLUMN service_item_version ${count.type}`)
    await runner.query('UPDATE orders SET service_item_version = 1 WHERE service_item_id IS NOT NULL')
  }

  /** Goes back to one guide an item, the published one. Drafts that were never published are lost. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE orders DROP COLUMN service_item_version')
    const rows = (await runner.query(
      `SELECT i.*, v.content FROM service_items i
         JOIN service_item_versions v ON v.item_id = i.id AND v.version = i.published_version`,
    )) as (ItemBefore & { content: string })[]
    await createTable(runner, nextTable, this.columnsBefore(runner))
    for (const row of rows) {
      const { guide } = JSON.parse(row.content) as ItemContent
      await runner.query(
        `INSERT INTO ${nextTable} (id, district_code, name, kind, category, summary, guide, position, is_demo, updated_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [...named(row), JSON.stringify(guideBefore(guide)), row.position, row.is_demo, row.updated_at],
      )
    }
    await this.replaceItems(runner)
    await runner.dropTable('service_item_versions')
  }

  /** The new table is filled before the old one goes, because MySQL does not roll its DDL back. */
  private async replaceItems(runner: QueryRunner): Promise<void> {
    await runner.dropTable('service_items')
    await runner.query(`ALTER TABLE ${nextTable} RENAME TO service_items`)
    await runner.createIndex(
      'service_items',
      new TableIndex({ name: 'uq_service_items_name', columnNames: ['district_code', 'name'], isUnique: true }),
    )
  }

  private columnsAfter(runner: QueryRunner) {
    const { code, count, json } = columnTypes(runner)
    const { guide: _, ...kept } = this.columnsBefore(runner)
    return {
      ...kept,
      everyday_words: json,
      state: code(8),
      published_version: nullable(count),
      draft: nullable(json),
      version: count,
    }
  }

  private columnsBefore(runner: QueryRunner) {
    const { code, count, flag, id, instant, json, orgCode } = columnTypes(runner)
    return {
      id: primary(id),
      district_code: orgCode,
      name: code(60),
      kind: code(16),
      category: code(30),
      summary: code(200),
      guide: json,
      position: count,
      is_demo: flag,
      updated_at: instant,
    }
  }

  private async districtName(runner: QueryRunner, code: string): Promise<string> {
    const [org] = (await runner.query('SELECT name FROM orgs WHERE code = ?', [code])) as { name: string }[]
    return org?.name ?? code
  }
}

const nextTable = 'service_items_next'

const named = (item: ItemBefore) => [item.id, item.district_code, item.name, item.kind, item.category, item.summary]

const dateOf = (at: Date | string) => (at instanceof Date ? at.toISOString() : at).slice(0, 10)

function contentOf(item: ItemBefore, region: string): ItemContent {
  const { audience, materials, steps, timeLimit, fee, source } = JSON.parse(item.guide) as GuideBefore
  const { name, kind, category, summary } = item
  return {
    ...{ name, kind, category, summary, everydayWords: [] },
    guide: {
      ...{ basis: [], audience, steps: [...steps], fee, channels: [], source, region },
      materials: materials.map((line) => ({ name: line.slice(0, 80), note: line.slice(80), isRequired: false })),
      timeLimit: { workingDays: null, words: timeLimit },
      date: dateOf(item.updated_at),
    },
  }
}

function guideBefore({ audience, materials, steps, timeLimit, fee, source }: GuideContent): GuideBefore {
  const lines = materials.map(({ name, note }) => name + note)
  return { audience, materials: lines, steps, timeLimit: timeLimit.words, fee, source, remark: '以当地公布为准' }
}
