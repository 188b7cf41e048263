import type { EntityManager } from 'typeorm'
import { insertRow, selectRows, updateRows } from '../../db/rows'
import { execute, marks, query } from '../../db/sql'
import { FileRow } from './file.entity'

export const insertFile = (em: EntityManager, row: FileRow): Promise<void> => insertRow(em, FileRow, row)

export async function findFile(em: EntityManager, id: string): Promise<FileRow | undefined> {
  const [row] = await selectRows(em, FileRow, 'WHERE id = ?', [id])
  return row
}

/** Every picture of an order by its event, in one query. */
export async function findFilesOfOrder(em: EntityManager, orderId: string): Promise<ReadonlyMap<string, FileRow[]>> {
  const rows = await selectRows(em, FileRow, 'WHERE order_id = ? ORDER BY position', [orderId])
  const byEvent = new Map<string, FileRow[]>()
  for (const row of rows) {
    if (row.eventId !== null) byEvent.set(row.eventId, [...(byEvent.get(row.eventId) ?? []), row])
  }
  return byEvent
}

export async function countUnattached(em: EntityManager, uploaderId: string): Promise<number> {
  const [row] = await query<{ n: number | string }>(
    em,
    'SELECT COUNT(*) AS n FROM files WHERE uploader_id = ? AND attached_at IS NULL',
    [uploaderId],
  )
  return Number(row?.n)
}

/** How many pictures a person uploaded, wherever these are now. */
export async function countUploads(em: EntityManager, uploaderId: string): Promise<number> {
  const sql = 'SELECT COUNT(*) AS n FROM files WHERE uploader_id = ?'
  return Number((await query<{ n: number | string }>(em, sql, [uploaderId]))[0]?.n)
}

type Place = Required<Pick<FileRow, 'orderId' | 'eventId' | 'position' | 'attachedAt'>>

/** Gives an upload to an event. @returns whether it was its uploader's and still free */
export async function claimFile(em: EntityManager, id: string, uploaderId: string, place: Place): Promise<boolean> {
  const claimed = await updateRows(em, FileRow, place, 'id = ? AND uploader_id = ? AND attached_at IS NULL', [
    id,
    uploaderId,
  ])
  return claimed === 1
}

/** Deletes the row of an upload that is still free. @returns whether it was there and free */
export async function deleteUnattached(em: EntityManager, id: string): Promise<boolean> {
  return (await execute(em, 'DELETE FROM files WHERE id = ? AND attached_at IS NULL', [id])) === 1
}

/** Deletes the rows of pictures that came with these events of these orders. @returns their ids */
export async function deleteFilesOfEvents(
  em: EntityManager,
  orderIds: readonly string[],
  eventIds: readonly string[],
): Promise<string[]> {
  if (eventIds.length === 0) return []
  const where = `order_id IN (${marks(orderIds)}) AND event_id IN (${marks(eventIds)})`
  return deleteFiles(em, where, [...orderIds, ...eventIds])
}

/** Deletes the rows of these pictures. @returns their ids */
export const deletePictures = async (em: EntityManager, ids: readonly string[]): Promise<string[]> =>
  ids.length === 0 ? [] : deleteFiles(em, `id IN (${marks(ids)})`, ids)

/** Deletes the rows of a person's uploads that nothing has taken. @returns their ids */
export const deleteUploads = (em: EntityManager, uploaderId: string): Promise<string[]> =>
  deleteFiles(em, 'uploader_id = ? AND attached_at IS NULL', [uploaderId])

async function deleteFiles(em: EntityManager, where: string, params: readonly unknown[]): Promise<string[]> {
  const ids = (await query<{ id: string }>(em, `SELECT id FROM files WHERE ${where}`, params)).map(({ id }) => id)
  if (ids.length > 0) await execute(em, `DELETE FROM files WHERE id IN (${marks(ids)})`, ids)
  return ids
}

/** Uploads from before that time which nothing has taken, oldest first. */
export async function findUnattachedBefore(em: EntityManager, before: Date, limit: number): Promise<string[]> {
  const rows = await selectRows(
    em,
    FileRow,
    `WHERE attached_at IS NULL AND created_at < ? ORDER BY created_at LIMIT ${limit}`,
    [before],
  )
  return rows.map((row) => row.id)
}

/** Those of the ids that have no row. */
export async function withoutRow(em: EntityManager, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await query<{ id: string }>(em, `SELECT id FROM files WHERE id IN (${marks(ids)})`, [...ids])
  const known = new Set(rows.map((row) => row.id))
  return ids.filter((id) => !known.has(id))
}
