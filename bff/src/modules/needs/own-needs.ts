import type { Exported } from '@xinban/shared/contracts'
import { formatInstant } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { selectPairs, updateRows } from '../../db/rows'
import { execute } from '../../db/sql'
import { NeedRow, NeedText } from './need.entity'

/** What stands for a title whose owner is gone. */
const erasedTitle = '（本人已注销，内容已删除）'
const most = 1000

const findOwn = (em: EntityManager, personId: string) =>
  selectPairs(em, [NeedRow, 'id'], [NeedText, 'need_id'], `WHERE a.owner_id = ? ORDER BY a.id DESC LIMIT ${most}`, [
    personId,
  ])

/** The caller's own needs in their own words, newest first. */
export async function exportOwnNeeds(
  em: EntityManager,
  personId: string,
): Promise<NonNullable<Exported['participation']>['needs']> {
  return (await findOwn(em, personId)).flatMap(([need, text]) =>
    text ? [{ title: text.title, content: text.content, at: formatInstant(need.createdAt) }] : [],
  )
}

/**
 * In the running unit of work takes a person's words out of their needs. That there was a need, and its answer, stay; so
 * does what officials called it in public, unless they took the person's own title for that.
 */
export async function eraseOwnNeeds(em: EntityManager, personId: string): Promise<void> {
  for (;;) {
    const own = await findOwn(em, personId)
    for (const [need, text] of own) {
      const publicTitle = text && need.publicTitle === text.title ? erasedTitle : need.publicTitle
      await updateRows(em, NeedRow, { ownerId: null, publicTitle }, 'id = ?', [need.id])
      await execute(em, 'DELETE FROM need_texts WHERE need_id = ?', [need.id])
    }
    if (own.length < most) return
  }
}
