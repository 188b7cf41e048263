import { useState } from 'react'
import type { Order } from '@xinban/shared/contracts'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { focusField } from '@/platform/focus'
import { SubmitBar } from '../submit-bar'
import { useOrderAct } from '../use-order-act'

interface WallNoteProps {
  order: Order
  route: 'orders.unlist' | 'orders.release' | 'orders.first-contact'
  label: string
  placeholder: string
  /** What to say when nothing was written; undefined where nothing need be. */
  missing?: string
  submitWord: string
  done: string
}

function WallNoteForm({ order, route, label, placeholder, missing, submitWord, done }: WallNoteProps) {
  const [note, setNote] = useState('')
  const [hasTried, setTried] = useState(false)
  const { send, isBusy, problem, errorOf } = useOrderAct(route, order, done)
  const isMissing = missing !== undefined && note.trim() === ''

  function submit() {
    setTried(true)
    if (isMissing) focusField('note')
    else void send({ note })
  }

  return (
    <Form onSubmit={submit}>
      <ProblemNote problem={problem} />
      <TextArea
        id="note"
        label={label}
        placeholder={placeholder}
        value={note}
        maxLength={2000}
        error={hasTried && isMissing ? missing : errorOf('note')}
        onChange={setNote}
        isRequired={missing !== undefined}
      />
      <SubmitBar word={submitWord} isBusy={isBusy} />
    </Form>
  )
}

export function UnlistForm({ order }: { order: Order }) {
  return (
    <WallNoteForm
      order={order}
      route="orders.unlist"
      label="为什么由社区来办"
      placeholder="写给社区和居民看"
      missing="请写明为什么不上心愿墙"
      submitWord="交给社区办"
      done="已交给社区办"
    />
  )
}

export function ReleaseForm({ order }: { order: Order }) {
  return (
    <WallNoteForm
      order={order}
      route="orders.release"
      label="为什么退回"
      placeholder="例如：人手不够，这个月排不开"
      missing="请写明为什么退回，街道看得到"
      submitWord="退回心愿墙"
      done="已退回，会优先给别的单位看"
    />
  )
}

export function FirstContactForm({ order }: { order: Order }) {
  return (
    <WallNoteForm
      order={order}
      route="orders.first-contact"
      label="怎么联系的"
      placeholder="例如：打过电话，约了周六上午上门"
      submitWord="记下首次联系"
      done="已记下，心愿留在你们手上"
    />
  )
}
