import type { LookAtFlag } from '@xinban/shared/contracts'
import type { Ctx } from '../../../context'
import { selectRows, updateRows } from '../../../db/rows'
import { forbidden, notFound, wrongState } from '../../../errors'
import { RatingFlagRow } from './rating-flag.entity'
import { flagReader, mayLookAt } from './rating-flag.policy'

/**
 * Notes who looked at a flagged rating and what they found, once. Throws forbidden, not_found, wrong_state.
 * @returns the flag's id
 */
export function lookAtFlag(ctx: Ctx, id: string, { note }: LookAtFlag): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    if (!flagReader(ctx.actor)) throw forbidden('评价提示由督查和区管理员来看')
    const [flag] = await selectRows(em, RatingFlagRow, 'WHERE id = ?', [id])
    if (!flag || !mayLookAt(ctx.actor, flag)) throw notFound('这条评价提示')
    const look = { lookedAt: ctx.now, lookedById: ctx.actor.personId, lookNote: note }
    const changed = await updateRows(em, RatingFlagRow, look, 'id = ? AND looked_at IS NULL', [id])
    if (changed === 0) throw wrongState('这条已经有人看过了，请刷新后查看')
    return id
  })
}
