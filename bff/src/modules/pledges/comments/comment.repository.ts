import type { CommentState } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { selectRows } from '../../../db/rows'
import { CommentRow } from './comment.entity'

export async function findComment(em: EntityManager, id: string): Promise<CommentRow | undefined> {
  const [comment] = await selectRows(em, CommentRow, 'WHERE id = ?', [id])
  return comment
}

/** A page of the approved comments of a pledge, newest first: ids by an index, then the rows (docs/adr/0002). */
export const listApproved = (
  em: EntityManager,
  pledgeId: string,
  { before, limit }: { before: string | undefined; limit: number },
): Promise<CommentRow[]> =>
  selectRows(
    em,
    CommentRow,
    `WHERE id IN (SELECT id FROM (
       SELECT id FROM pledge_comments WHERE pledge_id = ? AND state = 'approved' ${before === undefined ? '' : 'AND id < ?'}
        ORDER BY id DESC LIMIT ${limit}
     ) AS page) ORDER BY id DESC`,
    [pledgeId, ...(before === undefined ? [] : [before])],
  )

/** A person's own comments on a pledge that are not public, newest first; few. */
export const findOwnWaiting = (em: EntityManager, pledgeId: string, personId: string): Promise<CommentRow[]> =>
  selectRows(
    em,
    CommentRow,
    `WHERE author_id = ? AND pledge_id = ? AND state <> 'approved' ORDER BY id DESC LIMIT 20`,
    [personId, pledgeId],
  )

/** Comments on pledges of an org in one state, oldest first. */
export const listByOrg = (
  em: EntityManager,
  orgCode: string,
  { state, after, limit }: { state: CommentState; after: string | undefined; limit: number },
): Promise<CommentRow[]> =>
  selectRows(
    em,
    CommentRow,
    `WHERE id IN (SELECT id FROM (
       SELECT id FROM pledge_comments WHERE org_code = ? AND state = ? ${after === undefined ? '' : 'AND id > ?'}
        ORDER BY id LIMIT ${limit}
     ) AS page) ORDER BY id`,
    [orgCode, state, ...(after === undefined ? [] : [after])],
  )

/** Every comment on a pledge, oldest first. */
export const findCommentsOf = (em: EntityManager, pledgeId: string): Promise<CommentRow[]> =>
  selectRows(em, CommentRow, 'WHERE pledge_id = ? ORDER BY id', [pledgeId])
