import { useState } from 'react'
import type { OrgRef } from '@xinban/shared/contracts'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { ShiftFields } from '@/components/shift-fields/shift-fields'
import { freshShift, useShift } from '@/components/shift-fields/use-shift'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'

interface ActivityFormProps {
  team: OrgRef
  now: Date
  onDone: () => void
}

export function ActivityForm({ team, now, onDone }: ActivityFormProps) {
  const [title, setTitle] = useState('')
  const [detail, setDetail] = useState('')
  const [isChecked, setChecked] = useState(false)
  const shift = useShift(freshShift(now))
  const { act, isBusy, problem } = useAct('activities.create')
  const titleIssue = title.trim() === '' ? '请写做什么' : undefined

  async function submit() {
    setChecked(true)
    const read = shift.read()
    if (titleIssue !== undefined) return focusField('title')
    if (read && (await act({ body: { teamCode: team.code, title, detail, ...read } }))) onDone()
  }

  return (
    <Form onSubmit={() => void submit()}>
      <ProblemNote problem={problem} />
      <Field
        id="title"
        label="做什么"
        placeholder="比如：上门理发"
        value={title}
        maxLength={40}
        error={problem?.fields.title ?? (isChecked ? titleIssue : undefined)}
        onChange={setTitle}
        isRequired
      />
      <ShiftFields shift={shift} now={now} problem={problem} />
      <TextArea
        id="detail"
        label="要带什么、注意什么"
        value={detail}
        maxLength={1000}
        error={problem?.fields.detail}
        onChange={setDetail}
      />
      <Button kind="primary" isSubmit isBusy={isBusy}>
        发出
      </Button>
    </Form>
  )
}
