import { useState } from 'react'
import type { Order } from '@xinban/shared/contracts'
import { publicTitleIssue } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { ShiftFields } from '@/components/shift-fields/shift-fields'
import { freshShift, useShift } from '@/components/shift-fields/use-shift'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useNow } from '@/hooks/use-now'
import { focusField } from '@/platform/focus'
import { SubmitBar } from '../submit-bar'
import { useOrderAct } from '../use-order-act'
import styles from '../index.module.scss'

/** Asks the team's members along. Everybody reads it: it begins with the title that the street checked. */
export function CallVolunteersForm({ order }: { order: Order }) {
  const now = useNow()
  const [title, setTitle] = useState(order.wish?.title ?? '')
  const [detail, setDetail] = useState('')
  const [hasTried, setTried] = useState(false)
  const shift = useShift({ ...freshShift(now), capacity: '5' })
  const { send, isBusy, problem, errorOf } = useOrderAct('orders.call-volunteers', order, '发出去了，队员可以报名')
  const titleError = title.trim() === '' ? '请写做什么' : (publicTitleIssue(title, [], '活动标题') ?? undefined)

  function submit() {
    setTried(true)
    const read = shift.read()
    if (titleError !== undefined) return focusField('title')
    if (read) void send({ title, detail, ...read })
  }

  return (
    <Form onSubmit={submit}>
      <ProblemNote problem={problem} />
      <Box as="p" className={styles.asked}>
        活动所有人都能看到，队员可以报名。不写是谁的心愿、住在哪里；集合地点写公共的地方，见面后再带队去。
      </Box>
      <Field
        id="title"
        label="做什么"
        value={title}
        maxLength={40}
        hint="不写姓名、电话、门牌"
        error={errorOf('title') ?? (hasTried ? titleError : undefined)}
        onChange={setTitle}
        isRequired
      />
      <ShiftFields shift={shift} now={now} problem={problem} />
      <TextArea
        id="detail"
        label="要带什么、注意什么"
        value={detail}
        maxLength={1000}
        error={errorOf('detail')}
        onChange={setDetail}
      />
      <SubmitBar word="召集志愿者" isBusy={isBusy} />
    </Form>
  )
}
