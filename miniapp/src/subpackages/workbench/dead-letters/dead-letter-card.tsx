import type { DeadLetter } from '@xinban/shared/contracts'
import { sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Link } from '@/components/link/link'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import { tellTopic } from '@/words/notices'
import styles from '../record-cards.module.scss'

interface DeadLetterCardProps {
  letter: DeadLetter
  now: Date
  onRetried: () => void
}

export function DeadLetterCard({ letter, now, onRetried }: DeadLetterCardProps) {
  const { act, isBusy, problem } = useAct('dead-letters.retry')
  const { id, topic, subject, at, attempts, error } = letter

  async function retry() {
    if (!(await act({ params: { id } }))) return
    say('已重新发送')
    onRetried()
  }

  return (
    <Box as="li" className={styles.card}>
      <Box as="h2" className={styles.what}>
        {tellTopic(topic)}
      </Box>
      <Box as="p" className={styles.detail}>
        {sayTime(new Date(at), now)} 的事，试了 {attempts} 次
      </Box>
      <Box as="p" className={styles.detail}>
        原因：{error ?? '没有记下'}
      </Box>
      <ProblemNote problem={problem} />
      <Box className={styles.actions}>
        <Button size="small" label={`再发一次${tellTopic(topic)}`} isBusy={isBusy} onPress={() => void retry()}>
          再发一次
        </Button>
        {subject && (
          <Link to={subject.type} query={{ id: subject.id, as: 'staff' }} className={styles.order}>
            {subject.type === 'whistle' ? '看这个哨' : '看这个单'}
          </Link>
        )}
      </Box>
    </Box>
  )
}
