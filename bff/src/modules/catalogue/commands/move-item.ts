import { itemFlow, itemStateWords, nextState, type ItemMove } from '@xinban/shared/domain'
import type { ActorMembership, Ctx } from '../../../context'
import { wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { forgetItems } from '../catalogue.queries'
import type { ServiceItemRow } from '../service-item.entity'
import { publishContent, saveItem } from '../service-item.repository'
import { editItem, type ItemTarget } from './edit-item'

const topics = {
  publish: 'service-item.published',
  close: 'service-item.closed',
  reopen: 'service-item.reopened',
} as const satisfies Record<ItemMove, string>

/** Makes the draft the next version. Throws wrong_state without a draft or while it is closed, already_exists. */
export async function publishItem(ctx: Ctx, target: ItemTarget): Promise<string> {
  const id = await editItem(ctx, target, async (em, item, used) => {
    stateAfter(item, 'publish')
    if (item.draft === null) throw wrongState('没有未发布的修改，请先编辑再发布')
    const version = await publishContent(em, item, item.draft, { now: ctx.now, membershipId: used.id })
    await writeOutbox(em, topics.publish, { itemId: item.id, version, by: used.id }, ctx.now)
    return item.id
  })
  forgetItems()
  return id
}

/** Takes an item out of service: it leaves the lists, and orders that have it go on. */
export const closeItem = (ctx: Ctx, target: ItemTarget) => moveItem(ctx, target, 'close')
/** Puts it back in service, with the content that was published last. */
export const reopenItem = (ctx: Ctx, target: ItemTarget) => moveItem(ctx, target, 'reopen')

function moveItem(ctx: Ctx, target: ItemTarget, move: 'close' | 'reopen'): Promise<string> {
  return editItem(ctx, target, async (em, item, used: ActorMembership) => {
    await saveItem(em, item, { state: stateAfter(item, move) }, ctx.now)
    await writeOutbox(em, topics[move], { itemId: item.id, by: used.id }, ctx.now)
    return item.id
  })
}

function stateAfter({ state }: ServiceItemRow, move: ItemMove) {
  const next = nextState(itemFlow, state, move)
  if (next !== undefined) return next
  const hints: Record<ItemMove, string> = {
    publish: '请先恢复办理，再发布修改',
    close: '只有正在提供的事项可以停办',
    reopen: '只有已停办的事项可以恢复办理',
  }
  throw wrongState(`这个事项${itemStateWords[state]}，${hints[move]}`)
}
