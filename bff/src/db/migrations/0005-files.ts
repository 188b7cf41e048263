import type { MigrationInterface, QueryRunner } from 'typeorm'
import { columnTypes, createTable, nullable, primary } from './portable-table'

/** Pictures that orders carry. */
export class Files1764115200000 implements MigrationInterface {
  readonly name = 'Files1764115200000'

  async up(runner: QueryRunner): Promise<void> {
    const { code, count, id, instant } = columnTypes(runner)
    await createTable(
      runner,
      'files',
      {
        id: primary(id),
        uploader_id: id,
        order_id: nullable(id),
        event_id: nullable(id),
        position: nullable(count),
        mime: code(32),
        bytes: count,
        width: count,
        height: count,
        sha256: code(64),
        created_at: instant,
        attached_at: nullable(instant),
      },
      {
        ix_files_order: ['order_id', 'position'],
        ix_files_uploader: ['uploader_id', 'attached_at'],
        ix_files_unattached: ['attached_at', 'created_at'],
      },
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('files')
  }
}
