import type { Pledge } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import { goBackTo } from '@/platform/navigation'
import { sayProgress, saySatisfaction } from '@/words/pledges'
import styles from '../forms.module.scss'
import { ScoreForm } from '../score-form'

interface GradeFormProps {
  pledge: Pledge
  onStale: () => void
}

export function GradeForm({ pledge, onStale }: GradeFormProps) {
  const { act, isBusy, problem } = useAct('pledges.grade', ({ status }) => {
    if (status === 409 || status === 412) onStale()
  })
  const satisfaction = saySatisfaction(pledge)

  async function send(body: { score: number; note: string }) {
    if (!(await act({ params: { id: pledge.id }, body, version: pledge.version }))) return
    say('评好了，分数和理由已公开')
    goBackTo('pledge', { id: pledge.id })
  }

  return (
    <>
      <Box as="h2" className={styles.title}>
        {pledge.number}. {pledge.title}
      </Box>
      <Box as="p" className={styles.lead}>
        进度 {sayProgress(pledge)}
        {satisfaction !== null && `，居民满意 ${satisfaction}`}
      </Box>
      <ScoreForm isBusy={isBusy} problem={problem} onSend={(body) => void send(body)} />
    </>
  )
}
