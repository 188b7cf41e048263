import type { Comment, Pledge } from '@xinban/shared/contracts'
import { commentStateWords, sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { useAct } from '@/hooks/use-act'
import { useSession } from '@/hooks/use-session'
import { say } from '@/platform/messages'
import { SayForm } from './say-form'
import styles from './index.module.scss'

interface CommentsProps {
  pledge: Pledge
  now: Date
  onChanged: () => void
}

/** What residents say; a person reads it before everyone does. */
export function Comments({ pledge, now, onChanged }: CommentsProps) {
  const session = useSession()
  const { act, isBusy, problem } = useAct('pledges.comment')
  const { items } = pledge.comments

  async function send(text: string) {
    if (!(await act({ params: { id: pledge.id }, body: { text } }))) return false
    say('收到了，工作人员看过后公开')
    onChanged()
    return true
  }

  return (
    <>
      <Box as="h2" className={styles.section}>
        大家说
      </Box>
      {items.length === 0 && (
        <Box as="p" className={styles.said}>
          还没有留言。
        </Box>
      )}
      <Box as="ul" className={styles.list}>
        {items.map((comment) => (
          <Said key={comment.id} comment={comment} now={now} />
        ))}
      </Box>
      {pledge.allowedActions.includes('comment') && (
        <SayForm
          id="comment"
          label="我也说一句"
          placeholder="比如：灯装好后亮多了，就是楼拐角还暗"
          maxLength={500}
          word="发出"
          isBusy={isBusy}
          problem={problem}
          onSend={send}
        />
      )}
      {!session && <SignInPrompt detail="登录后可以留言、评价" />}
    </>
  )
}

function Said({ comment, now }: { comment: Comment; now: Date }) {
  const { author, at, text, state, isOwn, reason } = comment
  return (
    <Box as="li" className={styles.row}>
      <Box as="p" className={styles.words}>
        {text ?? '（本人已删除）'}
      </Box>
      <Box as="p" className={styles.meta}>
        {author ?? '居民'} · {sayTime(new Date(at), now)}
        {isOwn && state !== 'approved' && ` · ${commentStateWords[state]}，现在只有你看得到`}
        {isOwn && reason !== null && `：${reason}`}
      </Box>
    </Box>
  )
}
