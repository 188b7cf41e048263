import { useState } from 'react'
import type { Order } from '@xinban/shared/contracts'
import { Choice } from '@/components/choice/choice'
import { Form } from '@/components/form/form'
import { Empty, ErrorState, ProblemNote, Skeleton } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useMembership } from '@/hooks/use-session'
import { focusField } from '@/platform/focus'
import { recallTarget, rememberTarget, type TargetGroup } from './last-target'
import { useDispatchTargets } from './use-dispatch-targets'
import { SubmitBar } from './submit-bar'
import { useOrderAct } from './use-order-act'

const groups: readonly { value: TargetGroup; word: string }[] = [
  { value: 'member', word: '个人' },
  { value: 'grid', word: '网格' },
  { value: 'unit', word: '单位、志愿队' },
]

export function DispatchForm({ order }: { order: Order }) {
  const membershipId = useMembership()?.id ?? ''
  const [group, setGroup] = useState<TargetGroup>(() => recallTarget(membershipId)?.group ?? 'member')
  const [target, setTarget] = useState<string>()
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const { optionsOf, problem: targetsProblem, isLoading, reload } = useDispatchTargets(order, membershipId)
  const options = optionsOf(group)
  const { send, isBusy, problem, errorOf } = useOrderAct('orders.dispatch', order, '已派单')

  async function submit() {
    setTried(true)
    if (target === undefined) {
      focusField('target')
      return
    }
    const to = group === 'member' ? { memberId: target } : { toCode: target }
    if (await send({ ...to, ...(note.trim() !== '' && { note }) })) rememberTarget(membershipId, { group, target })
  }

  return (
    <Form onSubmit={() => void submit()}>
      <ProblemNote problem={problem} />
      <Choice
        id="group"
        label="派给"
        options={groups}
        value={group}
        isInline
        onChange={(next) => {
          setGroup(next)
          setTarget(undefined)
        }}
      />
      {isLoading && <Skeleton cards={1} />}
      {targetsProblem && options.length === 0 && <ErrorState problem={targetsProblem} onRetry={reload} />}
      {!isLoading && !targetsProblem && options.length === 0 && (
        <Empty title="这里还没有人" detail="换一种派法，或请管理员添加" />
      )}
      {options.length > 0 && (
        <Choice
          id="target"
          label="选谁"
          options={options}
          value={target}
          error={isTried && target === undefined ? '请选择派给谁' : (errorOf('toCode') ?? errorOf('memberId'))}
          onChange={setTarget}
        />
      )}
      <TextArea
        id="note"
        label="交代几句"
        placeholder="例如：住户下午在家，先打电话"
        value={note}
        maxLength={2000}
        error={errorOf('note')}
        onChange={setNote}
      />
      <SubmitBar word="派单" isBusy={isBusy} isDisabled={options.length === 0} />
    </Form>
  )
}
