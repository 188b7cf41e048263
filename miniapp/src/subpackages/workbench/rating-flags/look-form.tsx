import { useState } from 'react'
import type { RatingFlag } from '@xinban/shared/contracts'
import { Button } from '@/components/button/button'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'

/** What whoever looked at a flag found. */
export function LookForm({ flagId, onDone }: { flagId: string; onDone: (flag: RatingFlag) => void }) {
  const [note, setNote] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { act, isBusy, problem } = useAct('rating-flags.look-at')
  const fieldId = `note-${flagId}`

  async function submit() {
    if (note.trim() === '') {
      setMissing(true)
      focusField(fieldId)
      return
    }
    const looked = await act({ params: { id: flagId }, body: { note } })
    if (looked) onDone(looked)
  }

  return (
    <Form onSubmit={() => void submit()}>
      <ProblemNote problem={problem} />
      <TextArea
        id={fieldId}
        label="查到什么"
        placeholder="比如：问过居民，是本人评的"
        value={note}
        maxLength={500}
        isRequired
        error={problem?.fields.note ?? (isMissing && note.trim() === '' ? '请写一句查到什么' : undefined)}
        onChange={setNote}
      />
      <Button size="small" kind="primary" isSubmit isBusy={isBusy}>
        记下
      </Button>
    </Form>
  )
}
