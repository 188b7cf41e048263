import { useState } from 'react'
import type { Stars } from '@xinban/shared/domain'
import { Button } from '@/components/button/button'
import { Form } from '@/components/form/form'
import { Rate } from '@/components/rate/rate'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { focusField } from '@/platform/focus'
import type { ApiProblem } from '@/platform/problem'
import { useWhistleAct, type FormProps } from './use-whistle-act'

/** The street grades its departments one after the other: the next one stands there when one is done. */
export function GradeDepartmentForm(props: FormProps) {
  const { send, isBusy, problem } = useWhistleAct('whistles.grade-department', props, '已评')
  const next = props.whistle.parties.find(({ state, stars }) => state !== 'excused' && stars === null)
  if (!next) return null
  const { code, name } = next.department
  return (
    <StarsForm
      key={code}
      label={`${name}这次办得怎么样`}
      problem={problem}
      isBusy={isBusy}
      onSubmit={(stars, note) => void send({ departmentCode: code, stars, note })}
    />
  )
}

export function GradeStreetForm(props: FormProps) {
  const { send, isBusy, problem } = useWhistleAct('whistles.grade-street', props, '已评')
  return (
    <StarsForm
      label="街道这次吹得准不准、配合得怎么样"
      problem={problem}
      isBusy={isBusy}
      onSubmit={(stars, note) => void send({ stars, note })}
    />
  )
}

interface StarsFormProps {
  label: string
  problem: ApiProblem | undefined
  isBusy: boolean
  onSubmit: (stars: Stars, note: string) => void
}

function StarsForm({ label, problem, isBusy, onSubmit }: StarsFormProps) {
  const [stars, setStars] = useState<Stars>()
  const [note, setNote] = useState('')
  const [hasTried, setTried] = useState(false)

  function submit() {
    setTried(true)
    if (stars === undefined) focusField('stars')
    else onSubmit(stars, note)
  }

  return (
    <Form onSubmit={submit}>
      <ProblemNote problem={problem} />
      <Rate
        id="stars"
        label={label}
        value={stars}
        error={hasTried && stars === undefined ? '请选几颗星' : undefined}
        onChange={setStars}
      />
      <TextArea id="note" label="想说的话" value={note} maxLength={1000} rows={3} onChange={setNote} />
      <Button kind="primary" isSubmit isBusy={isBusy}>
        提交
      </Button>
    </Form>
  )
}
