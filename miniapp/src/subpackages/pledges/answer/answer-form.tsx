import { useState } from 'react'
import type { Objection, Pledge } from '@xinban/shared/contracts'
import type { ObjectionDecision } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Choice } from '@/components/choice/choice'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import { goBackTo } from '@/platform/navigation'
import styles from '../forms.module.scss'

interface AnswerFormProps {
  pledge: Pledge
  objection: Objection
  onStale: () => void
}

const decisions: readonly { value: ObjectionDecision; word: string; detail: string }[] = [
  { value: 'uphold', word: '异议成立', detail: '这件事退回社区继续办' },
  { value: 'reject', word: '异议不成立', detail: '居民可以向区里申诉一次' },
]

export function AnswerForm({ pledge, objection, onStale }: AnswerFormProps) {
  const [decision, setDecision] = useState<ObjectionDecision>()
  const [summary, setSummary] = useState(objection.summary ?? '')
  const [answer, setAnswer] = useState('')
  const [isChecked, setChecked] = useState(false)
  const { act, isBusy, problem } = useAct('pledges.resolve-objection', ({ status }) => {
    if (status === 409 || status === 412) onStale()
  })

  async function submit() {
    setChecked(true)
    if (decision === undefined) return focusField('decision')
    if (summary.trim() === '') return focusField('summary')
    if (answer.trim() === '') return focusField('answer')
    const body = { objectionId: objection.id, decision, summary, answer }
    if (!(await act({ params: { id: pledge.id }, body, version: pledge.version }))) return
    say('答复已公开')
    goBackTo('pledge', { id: pledge.id })
  }

  return (
    <Form onSubmit={() => void submit()}>
      <Box as="h2" className={styles.title}>
        {pledge.number}. {pledge.title}
      </Box>
      <Box as="p" className={styles.quote}>
        {objection.appeal?.text ?? objection.text ?? '原话已由本人删除'}
      </Box>
      <ProblemNote problem={problem} />
      <Choice
        id="decision"
        label="核实的结果"
        options={decisions}
        value={decision}
        onChange={setDecision}
        error={isChecked && decision === undefined ? '请选一个结果' : undefined}
      />
      <Field
        id="summary"
        label="异议说的是什么（公开）"
        placeholder="一句话，不写姓名、门牌和电话"
        value={summary}
        maxLength={200}
        error={problem?.fields.summary ?? (isChecked && summary.trim() === '' ? '请用一句话写明，会公开' : undefined)}
        onChange={setSummary}
        isRequired
      />
      <TextArea
        id="answer"
        label="答复（公开）"
        placeholder="核实到什么，接下来怎么办、什么时候"
        value={answer}
        maxLength={2000}
        error={problem?.fields.answer ?? (isChecked && answer.trim() === '' ? '请写答复，会公开' : undefined)}
        onChange={setAnswer}
        isRequired
      />
      <Button kind="primary" isSubmit isBusy={isBusy}>
        公开答复
      </Button>
    </Form>
  )
}
