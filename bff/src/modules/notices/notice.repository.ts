import type { EntityManager } from 'typeorm'
import { isDuplicateKey } from '../../db/retry'
import { insertRow, selectRows, updateRows } from '../../db/rows'
import { execute, marks, query } from '../../db/sql'
import type { Channel } from './channel'
import { NoticeRow } from './notice.entity'

/** Counting stops here: what is unread may be much, and nobody needs to know how much. */
const countedUnread = 100

/** The inbox: a row, once a recipient, source and kind; what is gathered counts on, and is unread again. */
export const inbox: Channel = {
  name: 'inbox',
  async send(em, notice) {
    if (await isGone(em, notice.recipientId)) return
    try {
      await insertRow(em, NoticeRow, notice)
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
      if (notice.data.count !== undefined) await countOn(em, notice)
    }
  },
}

/** Their orders go on without them (docs/adr/0009); nobody is left to be told. */
async function isGone(em: EntityManager, personId: string): Promise<boolean> {
  const gone = 'SELECT id FROM persons WHERE id = ? AND deleted_at IS NOT NULL'
  return (await query<{ id: string }>(em, gone, [personId])).length > 0
}

async function countOn(em: EntityManager, { recipientId, source, kind, data }: NoticeRow): Promise<void> {
  const key = [recipientId, source, kind]
  const where = 'recipient_id = ? AND source = ? AND kind = ?'
  const [earlier] = await selectRows(em, NoticeRow, `WHERE ${where}`, key)
  const count = (earlier?.data.count ?? 0) + (data.count ?? 0)
  await updateRows(em, NoticeRow, { data: { ...data, count }, readAt: null }, where, key)
}

/** A page of a person's notices, newest first: ids by a covering index, then the rows (docs/adr/0002). */
export function listNotices(
  em: EntityManager,
  { personId, isUnread, beforeId, limit }: ListWhere,
): Promise<NoticeRow[]> {
  const conditions = ['recipient_id = ?', ...(isUnread ? ['read_at IS NULL'] : []), ...(beforeId ? ['id < ?'] : [])]
  return selectRows(
    em,
    NoticeRow,
    `WHERE id IN (SELECT id FROM (
       SELECT id FROM notices WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT ${limit}
     ) AS page) ORDER BY id DESC`,
    [personId, ...(beforeId ? [beforeId] : [])],
  )
}

interface ListWhere {
  readonly personId: string
  readonly isUnread: boolean
  readonly beforeId: string | undefined
  readonly limit: number
}

/** Of one person; undefined for a notice of someone else. */
export async function findNotice(em: EntityManager, personId: string, id: string): Promise<NoticeRow | undefined> {
  const [notice] = await selectRows(em, NoticeRow, 'WHERE id = ? AND recipient_id = ?', [id, personId])
  return notice
}

/** Up to `countedUnread`; reads so many entries of an index at most. */
export async function countUnreadOf(em: EntityManager, personId: string): Promise<number> {
  const [row] = await query<{ n: number | string }>(
    em,
    `SELECT COUNT(*) AS n FROM (
       SELECT id FROM notices WHERE recipient_id = ? AND read_at IS NULL LIMIT ${countedUnread}
     ) AS unread`,
    [personId],
  )
  return Number(row?.n)
}

/** @param upToId leaves those alone that came after it, which nobody has seen */
export async function markRead(
  em: EntityManager,
  personId: string,
  which: { id: string } | { upToId: string | undefined },
  now: Date,
): Promise<void> {
  const [more, param] = 'id' in which ? ['AND id = ?', which.id] : ['AND id <= ?', which.upToId]
  await updateRows(
    em,
    NoticeRow,
    { readAt: now },
    `recipient_id = ? AND read_at IS NULL ${param === undefined ? '' : more}`,
    [personId, ...(param === undefined ? [] : [param])],
  )
}

/** How much a person was told, as far as it is kept. */
export async function countNotices(em: EntityManager, personId: string): Promise<number> {
  const sql = 'SELECT COUNT(*) AS n FROM notices WHERE recipient_id = ?'
  return Number((await query<{ n: number | string }>(em, sql, [personId]))[0]?.n)
}

/** In the running unit of work forgets what a person was told. */
export async function forgetNotices(em: EntityManager, personId: string): Promise<void> {
  await execute(em, 'DELETE FROM notices WHERE recipient_id = ?', [personId])
}

/** Deletes notices made before an instant, some at a time. @returns how many */
export async function deleteNotices(em: EntityManager, before: Date, limit: number): Promise<number> {
  const rows = await query<{ id: string }>(em, `SELECT id FROM notices WHERE created_at < ? LIMIT ${limit}`, [before])
  const ids = rows.map(({ id }) => id)
  return ids.length === 0 ? 0 : execute(em, `DELETE FROM notices WHERE id IN (${marks(ids)})`, ids)
}
