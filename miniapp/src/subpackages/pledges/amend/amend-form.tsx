import { useState } from 'react'
import type { Pledge } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { DateField } from '@/components/date-field/date-field'
import { Field } from '@/components/field/field'
import { FieldGroup } from '@/components/field-group/field-group'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import { goBackTo } from '@/platform/navigation'
import styles from '../forms.module.scss'
import { changesOf, termsOf } from './terms'

interface AmendFormProps {
  pledge: Pledge
  onStale: () => void
}

export function AmendForm({ pledge, onStale }: AmendFormProps) {
  const before = termsOf(pledge)
  const [terms, setTerms] = useState(before)
  const [reason, setReason] = useState('')
  const [isChecked, setChecked] = useState(false)
  const { act, isBusy, problem } = useAct('pledges.amend', ({ status }) => {
    if (status === 409 || status === 412) onStale()
  })
  const changes = changesOf(before, terms)
  const isEmpty = Object.keys(changes).length === 0

  async function submit() {
    setChecked(true)
    if (isEmpty) return
    if (reason.trim() === '') return focusField('reason')
    if (!(await act({ params: { id: pledge.id }, body: { reason, changes }, version: pledge.version }))) return
    say('调整已公开，原来的写法也留着')
    goBackTo('pledge', { id: pledge.id })
  }

  return (
    <Form onSubmit={() => void submit()}>
      <Box as="h2" className={styles.title}>
        {pledge.number}. {pledge.title}
      </Box>
      <Box as="p" className={styles.lead}>
        改哪项填哪项。公布过的承诺不会被盖掉：大家会看到原来怎么说、现在怎么说、为什么。
      </Box>
      <ProblemNote problem={problem} />
      <TextArea
        id="measures"
        label="怎么办"
        value={terms.measures}
        maxLength={2000}
        error={problem?.fields['changes.measures']}
        onChange={(measures) => setTerms({ ...terms, measures })}
      />
      <DateField
        id="deadline"
        label="什么时候办完"
        value={terms.deadline}
        error={problem?.fields['changes.deadline']}
        onChange={(deadline) => setTerms({ ...terms, deadline })}
        isRequired
      />
      <Field
        id="contact"
        label="咨询电话"
        value={terms.contact}
        maxLength={60}
        error={problem?.fields['changes.contact']}
        onChange={(contact) => setTerms({ ...terms, contact })}
      />
      <FieldGroup id="milestones" label="各步的日期">
        {pledge.milestones.map(({ id, title }, index) => (
          <DateField
            key={id}
            id={`due-${id}`}
            label={title}
            value={terms.dueOn[id] ?? ''}
            error={problem?.fields[`changes.milestones.${index}.dueOn`]}
            onChange={(dueOn) => setTerms({ ...terms, dueOn: { ...terms.dueOn, [id]: dueOn } })}
            isRequired
          />
        ))}
      </FieldGroup>
      <TextArea
        id="reason"
        label="为什么调整（公开）"
        placeholder="比如：管线改造推迟，路面要等它完工"
        value={reason}
        maxLength={2000}
        error={problem?.fields.reason ?? (isChecked && reason.trim() === '' ? '请写理由，会公开' : undefined)}
        onChange={setReason}
        isRequired
      />
      {isChecked && isEmpty && (
        <Box as="p" className={styles.lead} role="alert">
          还没有改任何一项。
        </Box>
      )}
      <Button kind="primary" isSubmit isBusy={isBusy}>
        公开调整
      </Button>
    </Form>
  )
}
