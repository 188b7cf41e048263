import { useState } from 'react'
import type { Exclusion } from '@xinban/shared/contracts'
import { exclusionDecisions, exclusionDecisionWords, type ExclusionDecision } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Choice } from '@/components/choice/choice'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import styles from './index.module.scss'

interface DecideFormProps {
  docket: Exclusion
  onCancel: () => void
  onDecided: (docket: Exclusion) => void
}

export function DecideForm({ docket, onCancel, onDecided }: DecideFormProps) {
  const { act, isBusy, problem } = useAct('exclusions.decide')
  const [decision, setDecision] = useState<ExclusionDecision>()
  const [note, setNote] = useState('')
  const [hasTried, setTried] = useState(false)
  const fieldOf = (name: string) => `${name}-${docket.id}`

  async function submit() {
    setTried(true)
    if (!decision) return focusField(fieldOf('decision'))
    if (note.trim() === '') return focusField(fieldOf('note'))
    const decided = await act({ params: { id: docket.id }, body: { decision, note }, version: docket.version })
    if (!decided) return
    say(decision === 'approve' ? '已剔除' : '已回复不同意')
    onDecided(decided)
  }

  return (
    <Form onSubmit={() => void submit()}>
      <ProblemNote problem={problem} />
      <Choice
        id={fieldOf('decision')}
        label="怎么定"
        options={exclusionDecisions.map((value) => ({ value, word: exclusionDecisionWords[value] }))}
        value={decision}
        error={hasTried && !decision ? '请选择同意还是不同意' : undefined}
        onChange={setDecision}
        isInline
      />
      <TextArea
        id={fieldOf('note')}
        label="理由"
        value={note}
        maxLength={500}
        rows={3}
        placeholder="核对了什么，为什么这样定"
        error={hasTried && note.trim() === '' ? '请写明理由，以后查得到' : undefined}
        onChange={setNote}
        isRequired
      />
      <Box className={styles.actions}>
        <Button size="small" kind="primary" isSubmit isBusy={isBusy}>
          提交
        </Button>
        <Button size="small" onPress={onCancel}>
          取消
        </Button>
      </Box>
    </Form>
  )
}
