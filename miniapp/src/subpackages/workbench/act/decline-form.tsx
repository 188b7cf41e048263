import { useState } from 'react'
import type { Order } from '@xinban/shared/contracts'
import { declineReasons, declineReasonWords, type DeclineReason } from '@xinban/shared/domain'
import { Choice } from '@/components/choice/choice'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { focusField } from '@/platform/focus'
import { NoteField } from '../templates/note-field'
import { SubmitBar } from './submit-bar'
import { useOrderAct } from './use-order-act'

const options = declineReasons.map((reason) => ({ value: reason, word: declineReasonWords[reason] }))

export function DeclineForm({ order }: { order: Order }) {
  const [reason, setReason] = useState<DeclineReason>()
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const { send, isBusy, problem, errorOf } = useOrderAct('orders.decline', order, '已交街道审')

  function submit() {
    setTried(true)
    if (reason === undefined) focusField('reason')
    else if (note.trim() === '') focusField('note')
    else void send({ reason, note })
  }

  return (
    <Form onSubmit={submit}>
      <ProblemNote problem={problem} />
      <Choice
        id="reason"
        label="为什么退"
        options={options}
        value={reason}
        error={isTried && reason === undefined ? '请选择退单原因' : errorOf('reason')}
        onChange={setReason}
      />
      <NoteField
        id="note"
        purpose="decline"
        label="说明"
        placeholder="写给街道看：为什么不该本社区办，该由谁办"
        value={note}
        maxLength={2000}
        error={isTried && note.trim() === '' ? '请写明情况，街道据此决定' : errorOf('note')}
        onChange={setNote}
        isRequired
      />
      <SubmitBar word="提交街道审" isBusy={isBusy} />
    </Form>
  )
}
