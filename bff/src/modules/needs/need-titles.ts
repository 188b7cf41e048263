import type { Ctx } from '../../context'
import { selectRows } from '../../db/rows'
import { marks } from '../../db/sql'
import { NeedRow } from './need.entity'
import { mayReadNeed } from './need.policy'
import { findNeedTexts } from './need.repository'

/** Titles of those needs that the actor may see now, by id. */
export async function findShownNeedTitles(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const { reader } = ctx.services.db
  const needs = await selectRows(reader, NeedRow, `WHERE id IN (${marks(ids)})`, ids)
  const texts = await findNeedTexts(reader, ids)
  return new Map(
    needs.flatMap((need) => {
      const title = (mayReadNeed(ctx.actor, need) ? texts.get(need.id)?.title : undefined) ?? need.publicTitle
      return title === null ? [] : [[need.id, title] as const]
    }),
  )
}
