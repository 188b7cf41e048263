import { useState } from 'react'
import type { Reward } from '@xinban/shared/contracts'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'

interface RewardFormProps {
  orgCode: string
  /** Undefined for a new one. */
  reward?: Reward
  onDone: (reward: Reward) => void
}

export function RewardForm({ orgCode, reward, onDone }: RewardFormProps) {
  const [title, setTitle] = useState(reward?.title ?? '')
  const [detail, setDetail] = useState(reward?.detail ?? '')
  const [cost, setCost] = useState(reward ? String(reward.cost) : '')
  const [stock, setStock] = useState(reward ? String(reward.stock) : '')
  const [isChecked, setChecked] = useState(false)
  const create = useAct('rewards.create')
  const update = useAct('rewards.update')
  const problem = create.problem ?? update.problem
  const fields = {
    title: title.trim() === '' ? '请写是什么' : undefined,
    cost: /^\d{1,4}(\.[05])?$/.test(cost.trim()) && Number(cost) > 0 ? undefined : '请填 0.5 的倍数，比如 1.5',
    stock: /^\d{1,6}$/.test(stock.trim()) ? undefined : '请填整数',
  }
  const shown = (name: keyof typeof fields) => problem?.fields[name] ?? (isChecked ? fields[name] : undefined)

  async function submit() {
    setChecked(true)
    const wrong = (Object.keys(fields) as (keyof typeof fields)[]).find((name) => fields[name] !== undefined)
    if (wrong) return focusField(`reward-${wrong}`)
    const content = { title, detail, cost: Number(cost), stock: Number(stock) }
    const answer = reward
      ? await update.act({ params: { id: reward.id }, version: reward.version, body: content })
      : await create.act({ body: { orgCode, ...content } })
    if (answer) onDone(answer)
  }

  return (
    <Form onSubmit={() => void submit()}>
      <ProblemNote problem={problem} />
      <Field
        id="reward-title"
        label="是什么"
        value={title}
        maxLength={40}
        error={shown('title')}
        onChange={setTitle}
        isRequired
      />
      <Field id="reward-detail" label="说明" value={detail} maxLength={200} onChange={setDetail} />
      <Field
        id="reward-cost"
        label="要多少分"
        type="number"
        value={cost}
        maxLength={6}
        error={shown('cost')}
        onChange={setCost}
        isRequired
      />
      <Field
        id="reward-stock"
        label="有几件"
        type="number"
        value={stock}
        maxLength={6}
        error={shown('stock')}
        onChange={setStock}
        isRequired
      />
      <Button kind="primary" isSubmit isBusy={create.isBusy || update.isBusy}>
        {reward ? '保存' : '上架'}
      </Button>
    </Form>
  )
}
