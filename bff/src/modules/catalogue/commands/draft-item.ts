import { isDeepStrictEqual } from 'node:util'
import type { ItemContent } from '@xinban/shared/contracts'
import type { Ctx } from '../../../context'
import { wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { deleteItem, findVersion, headOf, saveItem } from '../service-item.repository'
import { editItem, type ItemTarget } from './edit-item'

/** Saves what is being edited. Content that says what is published already leaves no draft behind. */
export function saveDraft(ctx: Ctx, target: ItemTarget, content: ItemContent): Promise<void> {
  return editItem(ctx, target, async (em, item, used) => {
    const published = item.publishedVersion === null ? undefined : await findVersion(em, item.id, item.publishedVersion)
    const draft = isDeepStrictEqual(published?.content, content) ? null : content
    await saveItem(em, item, { draft, ...(published ? {} : headOf(content)) }, ctx.now)
    await writeOutbox(em, 'service-item.edited', { itemId: item.id, by: used.id }, ctx.now)
  })
}

/** Throws the draft away; an item that was never published goes with it. Throws wrong_state when there is none. */
export function discardDraft(ctx: Ctx, target: ItemTarget): Promise<void> {
  return editItem(ctx, target, async (em, item, used) => {
    if (item.draft === null) throw wrongState('没有未发布的修改，不用放弃')
    if (item.publishedVersion === null) await deleteItem(em, item)
    else await saveItem(em, item, { draft: null }, ctx.now)
    await writeOutbox(em, 'service-item.draft-discarded', { itemId: item.id, by: used.id }, ctx.now)
  })
}
