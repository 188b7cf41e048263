import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { Comment, Membership } from '@xinban/shared/contracts'
import { sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Link } from '@/components/link/link'
import { PagedList } from '@/components/paged-list/paged-list'
import { Empty, ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { useNow } from '@/hooks/use-now'
import { usePages } from '@/hooks/use-pages'
import { say } from '@/platform/messages'
import { SayForm } from '../pledge/say-form'
import styles from '../forms.module.scss'

/** What residents wrote and nobody sees before a person has read it. */
export function CommentQueue({ membership }: { membership: Membership }) {
  const now = useNow()
  const comments = usePages('comments.list', { state: 'waiting', membershipId: membership.id })
  useReachBottom(comments.loadMore)
  return (
    <PagedList isInColumns pages={comments} empty={<Empty title="没有待审的留言" detail="居民的新留言会出现在这里" />}>
      {(comment) => <Waiting comment={comment} now={now} onDone={() => comments.drop(comment.id)} />}
    </PagedList>
  )
}

function Waiting({ comment, now, onDone }: { comment: Comment; now: Date; onDone: () => void }) {
  const [isHiding, setHiding] = useState(false)
  const approve = useAct('comments.approve')
  const hide = useAct('comments.hide')
  const options = { params: { id: comment.id }, version: comment.version }

  async function show() {
    if (!(await approve.act({ ...options, body: {} }))) return
    say('已公开')
    onDone()
  }
  async function keepBack(reason: string) {
    if (!(await hide.act({ ...options, body: { reason } }))) return false
    say('没有公开，原话和理由都留着')
    onDone()
    return true
  }

  return (
    <Box as="li" className={styles.card}>
      <Box as="p" className={styles.quote}>
        {comment.text ?? '（本人已删除）'}
      </Box>
      <Box as="p" className={styles.lead}>
        {comment.author ?? '居民'} · {sayTime(new Date(comment.at), now)} ·{' '}
        <Link to="pledge" query={{ id: comment.pledgeId }}>
          看这件实事
        </Link>
      </Box>
      <ProblemNote problem={approve.problem} />
      {!isHiding && (
        <Box className={styles.actions}>
          <Button kind="primary" size="small" isBusy={approve.isBusy} onPress={() => void show()}>
            公开
          </Button>
          <Button size="small" onPress={() => setHiding(true)}>
            不公开
          </Button>
        </Box>
      )}
      {isHiding && (
        <SayForm
          id={`hide-${comment.id}`}
          label="为什么不公开（留言的人看得到）"
          placeholder="比如：写了别人的姓名和门牌"
          maxLength={200}
          word="不公开"
          isBusy={hide.isBusy}
          problem={hide.problem}
          onSend={keepBack}
        />
      )}
    </Box>
  )
}
