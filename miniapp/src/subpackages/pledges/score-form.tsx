import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { focusField } from '@/platform/focus'
import type { ApiProblem } from '@/platform/problem'

interface ScoreFormProps {
  isBusy: boolean
  problem: ApiProblem | undefined
  onSend: (body: { score: number; note: string }) => void
}

/** Marks from 0 to 100, with the reason that everyone may read. */
export function ScoreForm({ isBusy, problem, onSend }: ScoreFormProps) {
  const [score, setScore] = useState('')
  const [note, setNote] = useState('')
  const [isChecked, setChecked] = useState(false)
  const isScore = /^(\d|[1-9]\d|100)$/.test(score.trim())

  function submit() {
    setChecked(true)
    if (!isScore) return focusField('score')
    if (note.trim() === '') return focusField('note')
    onSend({ score: Number(score), note })
  }

  return (
    <Form onSubmit={submit}>
      <ProblemNote problem={problem} />
      <Field
        id="score"
        label="打多少分（0 到 100）"
        type="number"
        value={score}
        maxLength={3}
        error={problem?.fields.score ?? (isChecked && !isScore ? '请填 0 到 100 的整数' : undefined)}
        onChange={setScore}
        isRequired
      />
      <TextArea
        id="note"
        label="为什么给这个分"
        placeholder="比如：按期办成，照片和数字对得上，和居民沟通可以更早"
        value={note}
        maxLength={2000}
        error={problem?.fields.note ?? (isChecked && note.trim() === '' ? '请写理由，理由会公开' : undefined)}
        onChange={setNote}
        isRequired
      />
      <Button kind="primary" isSubmit isBusy={isBusy}>
        提交评单
      </Button>
    </Form>
  )
}
