import { useState } from 'react'
import type { Order } from '@xinban/shared/contracts'
import { Button } from '@/components/button/button'
import { Choice } from '@/components/choice/choice'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { focusField } from '@/platform/focus'
import { useOrderAct } from '../use-order-act'
import { RatingNote } from './rating-note'

const answers = [
  { value: 'reached', word: '打通了' },
  { value: 'missed', word: '没打通' },
] as const
type Answered = (typeof answers)[number]['value']

/** What somebody who was not satisfied said on the telephone. */
export function CallbackForm({ order }: { order: Order }) {
  const [answered, setAnswered] = useState<Answered>()
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const { send, isBusy, problem, errorOf } = useOrderAct('orders.callback', order, '已记下回访')

  function submit() {
    setTried(true)
    if (answered === undefined) focusField('answered')
    else if (note.trim() === '') focusField('note')
    else void send({ isReached: answered === 'reached', note })
  }

  return (
    <Form onSubmit={submit}>
      <ProblemNote problem={problem} />
      <RatingNote order={order} />
      <Choice
        id="answered"
        label="电话打通了吗"
        options={answers}
        value={answered}
        hint="电话号码在单子的“联系方式”里，看之前要写理由"
        error={isTried && answered === undefined ? '请选择打通了没有' : errorOf('isReached')}
        isInline
        onChange={setAnswered}
      />
      <TextArea
        id="note"
        label="回访情况"
        placeholder={
          answered === 'missed'
            ? '打了几次、什么时候打的，还用了什么办法联系'
            : '居民哪里不满意，希望怎么改；社区能看到'
        }
        value={note}
        maxLength={2000}
        error={isTried && note.trim() === '' ? '请写明回访的情况，社区照着整改' : errorOf('note')}
        onChange={setNote}
        isRequired
      />
      <Button kind="primary" isSubmit isBusy={isBusy}>
        记下回访
      </Button>
    </Form>
  )
}
