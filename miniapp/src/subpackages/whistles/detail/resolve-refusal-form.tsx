import { useState } from 'react'
import { refusalDecisions, refusalDecisionWords, type RefusalDecision } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Choice } from '@/components/choice/choice'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { focusField } from '@/platform/focus'
import { useWhistleAct, type FormProps } from './use-whistle-act'
import styles from './index.module.scss'

/** The district decides about one department that holds the whistle unfounded; the oldest refusal first. */
export function ResolveRefusalForm(props: FormProps) {
  const { whistle } = props
  const { send, isBusy, problem } = useWhistleAct('whistles.resolve-refusal', props, '已答复')
  const [decision, setDecision] = useState<RefusalDecision>()
  const [note, setNote] = useState('')
  const [hasTried, setTried] = useState(false)
  const asking = whistle.parties.find(({ state }) => state === 'refusing')
  // A department refuses once.
  const reason = whistle.events.find(
    ({ action, actor }) => action === 'refuse' && actor.org?.code === asking?.department.code,
  )
  if (!asking) return null
  const { code, name } = asking.department

  async function submit() {
    setTried(true)
    if (!decision) return focusField('decision')
    if (note.trim() === '') return focusField('note')
    await send({ departmentCode: code, decision, note })
  }

  return (
    <Form onSubmit={() => void submit()}>
      <ProblemNote problem={problem} />
      <Box as="p" className={styles.quote}>
        {name}：{reason?.note ?? '没有写理由'}
      </Box>
      <Choice
        id="decision"
        label="怎么定"
        options={refusalDecisions.map((value) => ({ value, word: refusalDecisionWords[value] }))}
        value={decision}
        error={hasTried && !decision ? '请选择成立还是不成立' : undefined}
        onChange={setDecision}
      />
      <TextArea
        id="note"
        label="理由"
        value={note}
        maxLength={2000}
        rows={4}
        placeholder="依据什么这样定，街道和部门都会看到"
        error={hasTried && note.trim() === '' ? '请写明理由' : undefined}
        onChange={setNote}
        isRequired
      />
      <Button kind="primary" isSubmit isBusy={isBusy}>
        确定
      </Button>
    </Form>
  )
}
