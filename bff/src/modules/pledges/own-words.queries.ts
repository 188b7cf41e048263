import type { Exported, StoredData } from '@xinban/shared/contracts'
import { formatInstant } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { selectRows, updateRows } from '../../db/rows'
import { asDate, execute, query } from '../../db/sql'
import { CommentRow } from './comments/comment.entity'
import { ObjectionRow } from './pledge.entity'

const votesOf = 'pledge_vote_roster WHERE has_voted = 1 AND person_id'
type Participation = NonNullable<Exported['participation']>

const countOf = async (em: EntityManager, from: string, personId: string): Promise<number> =>
  Number((await query<{ n: number | string }>(em, `SELECT COUNT(*) AS n FROM ${from} = ?`, [personId]))[0]?.n ?? 0)

/** How much of a person stands in the ten things of the year; of a vote that they cast one, and nothing of its choice. */
export async function countOwnWords(
  em: EntityManager,
  personId: string,
): Promise<NonNullable<StoredData['participation']>> {
  const count = (from: string) => countOf(em, from, personId)
  return {
    needs: await count('needs WHERE owner_id'),
    comments: await count('pledge_comments WHERE author_id'),
    objections: await count('pledge_objections WHERE person_id'),
    ratings: await count('pledge_ratings WHERE person_id'),
    votes: await count(votesOf),
  }
}

const most = 1000

/** What a person wrote about pledges, and the stars they gave, newest first. */
export async function exportOwnWords(em: EntityManager, personId: string): Promise<Omit<Participation, 'needs'>> {
  const comments = await selectRows(em, CommentRow, `WHERE author_id = ? ORDER BY id DESC LIMIT ${most}`, [personId])
  const objections = await selectRows(em, ObjectionRow, `WHERE person_id = ? ORDER BY id DESC LIMIT ${most}`, [
    personId,
  ])
  const ratings = await query<{ pledge: string; stars: number; at: Date | string }>(
    em,
    `SELECT p.title AS pledge, r.stars, r.at FROM pledge_ratings r JOIN pledges p ON p.id = r.pledge_id
      WHERE r.person_id = ? ORDER BY r.at DESC LIMIT ${most}`,
    [personId],
  )
  return {
    comments: comments.map(({ text, createdAt }) => ({ text: text ?? '', at: formatInstant(createdAt) })),
    objections: objections.map(({ text, appealText, at }) => ({
      ...{ text: text ?? '', appeal: appealText, at: formatInstant(at) },
    })),
    ratings: ratings.map(({ pledge, stars, at }) => ({ pledge, stars, at: formatInstant(asDate(at)) })),
    votes: await countOf(em, votesOf, personId),
  }
}

/**
 * In the running unit of work takes a person's words out of comments, objections and the chain, which stays verifiable
 * (docs/adr/0021). Stars, and that somebody voted, are codes and stay.
 */
export async function eraseOwnWords(em: EntityManager, personId: string): Promise<void> {
  const gone = { text: null, state: 'hidden' as const, reason: '本人已注销' }
  await updateRows(em, CommentRow, gone, 'author_id = ?', [personId])
  await updateRows(em, ObjectionRow, { text: null, appealText: null }, 'person_id = ?', [personId])
  await execute(
    em,
    `DELETE FROM pledge_event_texts WHERE is_public = 0
       AND event_id IN (SELECT id FROM pledge_events WHERE actor_id = ?)`,
    [personId],
  )
}
