import type { EntityManager } from 'typeorm'
import { insertRow, selectRows } from '../../db/rows'
import { execute } from '../../db/sql'
import { LedgerExportRow } from './ledger-export.entity'

export const insertLedgerExport = (em: EntityManager, row: LedgerExportRow): Promise<void> =>
  insertRow(em, LedgerExportRow, row)

export async function findLedgerExport(em: EntityManager, id: string): Promise<LedgerExportRow | undefined> {
  const [row] = await selectRows(em, LedgerExportRow, 'WHERE id = ?', [id])
  return row
}

/** Exports of a district, newest first, beginning after `afterId`. */
export const listLedgerExports = (
  em: EntityManager,
  { districtCode, afterId, limit }: { districtCode: string; afterId: string | undefined; limit: number },
): Promise<LedgerExportRow[]> =>
  selectRows(
    em,
    LedgerExportRow,
    `WHERE district_code = ? ${afterId === undefined ? '' : 'AND id < ?'} ORDER BY id DESC LIMIT ${limit}`,
    afterId === undefined ? [districtCode] : [districtCode, afterId],
  )

/** A download begins: from here on it counts, whatever becomes of it. */
export async function beginDownload(em: EntityManager, id: string): Promise<void> {
  await execute(
    em,
    'UPDATE ledger_exports SET downloads = downloads + 1, rows_sent = NULL, is_complete = ?, finished_at = NULL WHERE id = ?',
    [0, id],
  )
}

/** A download is over, with as many rows as were handed out. */
export async function endDownload(
  em: EntityManager,
  id: string,
  { rows, isComplete, at }: { rows: number; isComplete: boolean; at: Date },
): Promise<void> {
  await execute(em, 'UPDATE ledger_exports SET rows_sent = ?, is_complete = ?, finished_at = ? WHERE id = ?', [
    ...[rows, isComplete ? 1 : 0, at, id],
  ])
}
