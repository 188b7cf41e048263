import type { Ctx } from '../../../context'
import { invalidField, notFound, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { mayReadNeed } from '../need.policy'
import { findGroup, findNeed, saveNeed } from '../need.repository'
import { expectAnswerer, type NeedTarget } from './answer-need'

/** Puts a need to others of its community that say the same. Throws as `expectAnswerer` does, invalid, wrong_state. */
export function groupNeed(ctx: Ctx, target: NeedTarget, withId: string): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const { need } = await expectAnswerer(em, ctx, target)
    const other = await findNeed(em, withId)
    if (!other || !mayReadNeed(ctx.actor, other)) throw notFound('要合并的需求')
    if (other.communityCode !== need.communityCode) {
      throw invalidField('withId', 'elsewhere', '只能和同一个社区的需求合在一起')
    }
    if (other.groupId === need.groupId) throw wrongState('这两个需求已经合在一起了')
    if (need.state !== 'waiting' || other.state !== 'waiting') throw wrongState('已经答复过的需求不能再合并')
    for (const each of await findGroup(em, need.groupId)) await saveNeed(em, each, { groupId: other.groupId })
    await writeOutbox(em, 'need.grouped', { needId: need.id }, ctx.now)
    return need.id
  })
}
