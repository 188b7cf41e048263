import type { Bind } from '../../http/bind'
import { readAllNotices, readNotice } from './commands/read-notices'
import { countUnread, presentNotice, presentNotices } from './notice.presenter'

export function noticeRoutes(bind: Bind): void {
  bind.endpoint('notices.list', ({ ctx, query }) => presentNotices(ctx, query))
  bind.endpoint('notices.unread-count', async ({ ctx }) => ({ unread: await countUnread(ctx) }))
  bind.endpoint('notices.read', async ({ ctx, params }) => presentNotice(ctx, await readNotice(ctx, params.id)))
  bind.endpoint('notices.read-all', async ({ ctx, body }) => {
    await readAllNotices(ctx, body.upToId)
    return { unread: await countUnread(ctx) }
  })
}
