import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { isDuplicateKey } from '../db/retry'
import { insertRow, selectRows } from '../db/rows'
import { Meta } from '../db/meta.entity'

const name = 'file-store'

/**
 * Under which name this database keeps its files. Bytes without a row are swept, so two databases must never share a
 * directory, even when both are started with the same data directory.
 */
export async function fileStoreName(db: Database, now: Date): Promise<string> {
  const find = async () => (await selectRows(db.reader, Meta, 'WHERE name = ?', [name]))[0]?.value
  const found = await find()
  if (found !== undefined) return found
  const value = newId(now)
  try {
    await db.unitOfWork((em) => insertRow(em, Meta, { name, value }))
    return value
  } catch (error) {
    const winner = isDuplicateKey(error) ? await find() : undefined
    if (winner === undefined) throw error
    return winner
  }
}
