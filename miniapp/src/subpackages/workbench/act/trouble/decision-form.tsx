import type { ReactNode } from 'react'
import { Button } from '@/components/button/button'
import { Choice } from '@/components/choice/choice'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import type { useOrderAct } from '../use-order-act'
import type { DecisionDraft } from './use-decision'

interface DecisionFormProps<Decision extends string> {
  draft: DecisionDraft<Decision>
  act: Pick<ReturnType<typeof useOrderAct>, 'isBusy' | 'problem' | 'errorOf'>
  options: readonly { value: Decision; word: string; detail?: string }[]
  /** What is decided about. */
  asked: ReactNode
  /** What belongs to the decision that was taken. */
  children?: ReactNode
  /** To whom the words go. */
  noteFor: string
  isNoteRequired?: boolean
  onDecide: (decision: Decision) => void
}

/** One of a few decisions on what was asked, with words on why. */
export function DecisionForm<Decision extends string>(props: DecisionFormProps<Decision>) {
  const { draft, act, options, asked, children, noteFor, isNoteRequired = true, onDecide } = props

  function submit() {
    const decision = draft.check()
    if (decision) onDecide(decision)
  }

  return (
    <Form onSubmit={submit}>
      <ProblemNote problem={act.problem} />
      {asked}
      <Choice
        id="decision"
        label="怎么决定"
        options={options}
        value={draft.decision}
        error={draft.errors.decision ?? act.errorOf('decision')}
        onChange={draft.setDecision}
      />
      {children}
      <TextArea
        id="note"
        label="说明"
        placeholder={noteFor}
        value={draft.note}
        maxLength={2000}
        rows={isNoteRequired ? undefined : 3}
        error={draft.errors.note ?? act.errorOf('note')}
        onChange={draft.setNote}
        isRequired={isNoteRequired}
      />
      <Button kind="primary" isSubmit isBusy={act.isBusy}>
        确定
      </Button>
    </Form>
  )
}
