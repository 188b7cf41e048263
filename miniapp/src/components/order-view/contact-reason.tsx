import { useState } from 'react'
import { focusField } from '@/platform/focus'
import { Button } from '../button/button'
import { Form } from '../form/form'
import { TextArea } from '../text-area/text-area'

interface ContactReasonProps {
  /** Of the field: two orders may be open at once. */
  id: string
  isBusy: boolean
  error: string | undefined
  onSubmit: (reason: string) => void
}

/** Why someone who is not at work on the order has to see the contact. */
export function ContactReason({ id, isBusy, error, onSubmit }: ContactReasonProps) {
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)

  function submit() {
    const isEmpty = reason.trim() === ''
    setMissing(isEmpty)
    if (isEmpty) focusField(id)
    else onSubmit(reason)
  }

  return (
    <Form onSubmit={submit}>
      <TextArea
        id={id}
        label="为什么要看"
        placeholder="例如：居民来电投诉，要回访核实"
        value={reason}
        maxLength={200}
        rows={2}
        error={isMissing ? '请先写明为什么要看' : error}
        onChange={setReason}
        isRequired
      />
      <Button isSubmit isBusy={isBusy}>
        记下理由，看联系方式
      </Button>
    </Form>
  )
}
