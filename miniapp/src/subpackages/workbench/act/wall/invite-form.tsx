import { useState } from 'react'
import type { Order } from '@xinban/shared/contracts'
import { Choice } from '@/components/choice/choice'
import { Form } from '@/components/form/form'
import { Empty, ErrorState, ProblemNote, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { focusField } from '@/platform/focus'
import { SubmitBar } from '../submit-bar'
import { useOrderAct } from '../use-order-act'

/** Whom to ask to do it together. */
export function InviteForm({ order }: { order: Order }) {
  const [unitCode, setUnitCode] = useState<string>()
  const [hasTried, setTried] = useState(false)
  const units = useRemote('orders.invitable-units', { params: { id: order.id } })
  const { send, isBusy, problem, errorOf } = useOrderAct('orders.invite-unit', order, '已邀请，对方答应后一起办')
  if (units.isLoading) return <Skeleton cards={2} />
  if (units.problem && !units.data) return <ErrorState problem={units.problem} onRetry={units.reload} />
  const options = (units.data?.items ?? []).map(({ code, name }) => ({ value: code, word: name }))
  if (options.length === 0) {
    return <Empty title="没有可以邀请的单位" detail="服务这个社区的单位都在这里了，可以请街道再登记" />
  }

  function submit() {
    setTried(true)
    if (unitCode === undefined) focusField('unit')
    else void send({ unitCode })
  }

  return (
    <Form onSubmit={submit}>
      <ProblemNote problem={problem} />
      <Choice
        id="unit"
        label="邀请哪个单位"
        options={options}
        value={unitCode}
        error={errorOf('unitCode') ?? (hasTried && unitCode === undefined ? '请选择一个单位' : undefined)}
        onChange={setUnitCode}
      />
      <SubmitBar word="邀请一起办" isBusy={isBusy} />
    </Form>
  )
}
