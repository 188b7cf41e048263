import { Cell } from '@/components/cell/cell'
import { useRemote } from '@/hooks/use-remote'
import { sayUnread } from '@/words/notices'

export function UnreadCell() {
  const { data } = useRemote('notices.unread-count', {})
  return <Cell label="消息" to="notices" {...(data && { value: sayUnread(data.unread) })} />
}
