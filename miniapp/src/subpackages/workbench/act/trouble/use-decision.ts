import { useState } from 'react'
import { focusField } from '@/platform/focus'

export interface DecisionDraft<Decision extends string> {
  decision: Decision | undefined
  setDecision: (decision: Decision) => void
  note: string
  setNote: (note: string) => void
  /** What is missing is said from the first try on. */
  errors: { decision: string | undefined; note: string | undefined }
  /** @returns the decision, when nothing is missing; otherwise the focus goes to what is */
  check: () => Decision | undefined
}

/** What the forms that decide on something share: one of a few, and words on why. */
export function useDecision<Decision extends string>(isNoteRequired: boolean): DecisionDraft<Decision> {
  const [decision, setDecision] = useState<Decision>()
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const lacksNote = isNoteRequired && note.trim() === ''
  return {
    decision,
    setDecision,
    note,
    setNote,
    errors: {
      decision: isTried && decision === undefined ? '请选择一种决定' : undefined,
      note: isTried && lacksNote ? '请写明理由' : undefined,
    },
    check() {
      setTried(true)
      if (decision === undefined) focusField('decision')
      else if (lacksNote) focusField('note')
      else return decision
      return undefined
    },
  }
}
