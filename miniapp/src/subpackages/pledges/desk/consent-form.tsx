import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { focusField } from '@/platform/focus'
import type { ApiProblem } from '@/platform/problem'

interface ConsentFormProps {
  isBusy: boolean
  problem: ApiProblem | undefined
  onSend: (body: { number: number; note: string }) => void
}

/** The street's recorded consent to another number than ten. */
export function ConsentForm({ isBusy, problem, onSend }: ConsentFormProps) {
  const [number, setNumber] = useState('')
  const [note, setNote] = useState('')
  const [isChecked, setChecked] = useState(false)
  const isNumber = /^([1-9]|[12]\d|30)$/.test(number.trim())

  function submit() {
    setChecked(true)
    if (!isNumber) return focusField('consent-number')
    if (note.trim() === '') return focusField('consent-note')
    onSend({ number: Number(number), note })
  }

  return (
    <Form onSubmit={submit}>
      <ProblemNote problem={problem} />
      <Field
        id="consent-number"
        label="同意公布几件"
        type="number"
        value={number}
        maxLength={2}
        error={problem?.fields.number ?? (isChecked && !isNumber ? '请填 1 到 30 的整数' : undefined)}
        onChange={setNumber}
        isRequired
      />
      <TextArea
        id="consent-note"
        label="为什么不是十件（公开）"
        value={note}
        maxLength={2000}
        error={problem?.fields.note ?? (isChecked && note.trim() === '' ? '请写理由，会公开' : undefined)}
        onChange={setNote}
        isRequired
      />
      <Button kind="primary" size="small" isSubmit isBusy={isBusy}>
        同意
      </Button>
    </Form>
  )
}
