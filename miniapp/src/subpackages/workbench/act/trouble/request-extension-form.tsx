import { useState } from 'react'
import type { Order } from '@xinban/shared/contracts'
import { fulfilKinds, sayTime, type ClockKind } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { Stepper } from '@/components/stepper/stepper'
import { TextArea } from '@/components/text-area/text-area'
import { useNow } from '@/hooks/use-now'
import { focusField } from '@/platform/focus'
import { useOrderAct } from '../use-order-act'
import styles from '../index.module.scss'

const mostDays = 15

/** By when its present holder has to fulfil it; null where no such clock runs. */
export function fulfilDueOf({ clocks }: Order): Date | null {
  const running = clocks.find(
    ({ kind, outcome }) => outcome === 'running' && (fulfilKinds as readonly ClockKind[]).includes(kind),
  )
  return running ? new Date(running.dueAt) : null
}

export function RequestExtensionForm({ order }: { order: Order }) {
  const now = useNow()
  const [days, setDays] = useState(3)
  const [note, setNote] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { send, isBusy, problem, errorOf } = useOrderAct('orders.request-extension', order, '已交街道审')
  const due = fulfilDueOf(order)

  function submit() {
    const isEmpty = note.trim() === ''
    setMissing(isEmpty)
    if (isEmpty) focusField('note')
    else void send({ days, note })
  }

  return (
    <Form onSubmit={submit}>
      <ProblemNote problem={problem} />
      {due && (
        <Box as="p" className={styles.asked}>
          现在的办结时限：{sayTime(due, now)}
        </Box>
      )}
      <Stepper
        label="延长几个工作日"
        value={days}
        min={1}
        max={mostDays}
        unit="个工作日"
        less="少一天"
        more="多一天"
        hint="从现在的办结时限往后数，周末和节假日不算。一个单只能申请一次；街道同意以前，时限照旧。"
        error={errorOf('days')}
        onChange={setDays}
      />
      <TextArea
        id="note"
        label="为什么要延期"
        placeholder="例如：要换的阀门缺货，厂家下周二到货"
        value={note}
        maxLength={2000}
        error={isMissing && note.trim() === '' ? '请写明为什么要延期，街道据此决定' : errorOf('note')}
        onChange={setNote}
        isRequired
      />
      <Button kind="primary" isSubmit isBusy={isBusy}>
        提交街道审
      </Button>
    </Form>
  )
}
