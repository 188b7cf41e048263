import type { Ctx } from '../../../context'
import { notFound } from '../../../errors'
import { findNotice, markRead } from '../notice.repository'

/** Throws not_found for a notice of someone else. @returns the notice's id */
export function readNotice({ services, actor, now }: Ctx, id: string): Promise<string> {
  return services.db.unitOfWork(async (em) => {
    if (!(await findNotice(em, actor.personId, id))) throw notFound('这条消息')
    await markRead(em, actor.personId, { id }, now)
    return id
  })
}

/** @param upToId the newest that was shown: what came after it stays unread */
export function readAllNotices({ services, actor, now }: Ctx, upToId: string | undefined): Promise<void> {
  return services.db.unitOfWork((em) => markRead(em, actor.personId, { upToId }, now))
}
