import { useState } from 'react'
import {
  exclusionReasonCodes,
  exclusionReasons,
  exclusionReasonWords,
  partWords,
  type ExclusionReason,
  type ScorePart,
} from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/chips/chips'
import { FieldGroup } from '@/components/field-group/field-group'
import { Form } from '@/components/form/form'
import { Select } from '@/components/select/select'
import { ErrorState, ProblemNote, Skeleton } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useAct } from '@/hooks/use-act'
import { useRemote } from '@/hooks/use-remote'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import styles from './index.module.scss'

interface ProposeFormProps {
  orderId: string
  onProposed: () => void
}

/** Proposes to take one order out; the reason says which parts it can have spoilt. */
export function ProposeForm({ orderId, onProposed }: ProposeFormProps) {
  const { data: order, problem: unknown, reload } = useRemote('orders.show', { params: { id: orderId } })
  const { act, isBusy, problem } = useAct('exclusions.propose')
  const [reason, setReason] = useState<ExclusionReason>()
  const [parts, setParts] = useState<readonly ScorePart[]>([])
  const [note, setNote] = useState('')
  const [hasTried, setTried] = useState(false)
  if (!order) return unknown ? <ErrorState problem={unknown} onRetry={reload} /> : <Skeleton cards={1} />

  const fitting: readonly ScorePart[] = reason ? exclusionReasons[reason] : []
  function choose(code: string) {
    const next = code as ExclusionReason
    setReason(next)
    setParts(exclusionReasons[next])
  }
  const toggle = (part: ScorePart) =>
    setParts((before) => (before.includes(part) ? before.filter((other) => other !== part) : [...before, part]))

  async function submit() {
    setTried(true)
    if (!reason) return focusField('reason')
    if (parts.length === 0) return focusField('parts')
    if (note.trim() === '') return focusField('note')
    const docket = await act({ body: { orderId, reason, parts: [...parts], note } })
    if (!docket) return
    say('已提出，等另一位同事审批')
    setReason(undefined)
    setParts([])
    setNote('')
    setTried(false)
    onProposed()
  }

  return (
    <Box as="section" className={styles.form}>
      <Box as="h2" className={styles.title}>
        申请剔除：{order.title}
      </Box>
      <Form onSubmit={() => void submit()}>
        <ProblemNote problem={problem} />
        <Select
          id="reason"
          label="原因"
          placeholder="选择原因"
          options={exclusionReasonCodes.map((value) => ({ value, word: exclusionReasonWords[value] }))}
          value={reason}
          error={hasTried && !reason ? '请选择原因' : undefined}
          onChange={choose}
          isRequired
        />
        {reason && (
          <FieldGroup
            id="parts"
            label="从哪几项里剔除"
            error={hasTried && parts.length === 0 ? '请至少选一项' : undefined}
          >
            <Chips
              label="从哪几项里剔除"
              options={fitting.map((value) => ({ value, word: partWords[value] }))}
              chosen={parts}
              onToggle={toggle}
            />
          </FieldGroup>
        )}
        <TextArea
          id="note"
          label="说明"
          value={note}
          maxLength={500}
          placeholder="查明了什么，有什么凭据。不写居民的姓名和电话"
          error={hasTried && note.trim() === '' ? '请写明查到的情况' : undefined}
          onChange={setNote}
          isRequired
        />
        <Button kind="primary" isSubmit isBusy={isBusy}>
          提出申请
        </Button>
      </Form>
    </Box>
  )
}
