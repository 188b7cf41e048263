import { useState } from 'react'
import type { Order } from '@xinban/shared/contracts'
import { declineDecisions, declineDecisionWords, type DeclineDecision } from '@xinban/shared/domain'
import { Choice } from '@/components/choice/choice'
import { CommunityPicker } from '@/components/community-picker/community-picker'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { focusField } from '@/platform/focus'
import { SubmitBar } from './submit-bar'
import { useOrderAct } from './use-order-act'

const options = declineDecisions.map((decision) => ({ value: decision, word: declineDecisionWords[decision] }))

export function ResolveDeclineForm({ order }: { order: Order }) {
  const [decision, setDecision] = useState<DeclineDecision>()
  const [toCode, setToCode] = useState<string>()
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const { send, isBusy, problem, errorOf } = useOrderAct('orders.resolve-decline', order, '已决定')
  const needsTarget = decision === 'redirect'

  function submit() {
    setTried(true)
    if (decision === undefined) focusField('decision')
    else if (needsTarget && toCode === undefined) focusField('target-community')
    else if (note.trim() === '') focusField('note')
    else void send({ decision, note, ...(needsTarget && { toCode }) })
  }

  return (
    <Form onSubmit={submit}>
      <ProblemNote problem={problem} />
      <Choice
        id="decision"
        label="怎么决定"
        options={options}
        value={decision}
        error={isTried && decision === undefined ? '请选择一种决定' : errorOf('decision')}
        onChange={setDecision}
      />
      {needsTarget && (
        <CommunityPicker
          id="target"
          value={toCode}
          error={isTried && toCode === undefined ? '请选择转到哪个社区' : errorOf('toCode')}
          onChange={setToCode}
        />
      )}
      <TextArea
        id="note"
        label="说明"
        placeholder="写给社区和居民看"
        value={note}
        maxLength={2000}
        error={isTried && note.trim() === '' ? '请写明理由' : errorOf('note')}
        onChange={setNote}
        isRequired
      />
      <SubmitBar word="确定" isBusy={isBusy} />
    </Form>
  )
}
