import { useState } from 'react'
import type { Activity } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Dialog } from '@/components/dialog/dialog'
import { Form } from '@/components/form/form'
import { ShiftFields } from '@/components/shift-fields/shift-fields'
import { typedShift, useShift } from '@/components/shift-fields/use-shift'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { useNow } from '@/hooks/use-now'
import { say } from '@/platform/messages'
import { saySpan } from '../when'
import styles from '../volunteers.module.scss'

interface MoveFormProps {
  activity: Activity
  onCancel: () => void
  onDone: () => void
}
type Read = ReturnType<ReturnType<typeof useShift>['read']>

const isSame = (one: string, other: string) => Date.parse(one) === Date.parse(other)

/** Another time, place or number of places; asks once more where people are told of it. */
export function MoveForm({ activity, onCancel, onDone }: MoveFormProps) {
  const { id, version, taken } = activity
  const now = useNow()
  const shift = useShift(typedShift(activity), taken)
  const [asked, setAsked] = useState<Read>()
  const { act, isBusy, problem } = useAct('activities.move')

  async function send(body: NonNullable<Read>) {
    const answer = await act({ params: { id }, version, body })
    setAsked(undefined)
    if (!answer) return
    say(taken > 0 ? '改好了，报了名的人会收到消息' : '改好了')
    onDone()
  }
  function submit() {
    const read = shift.read()
    if (!read) return
    const isTold =
      read.place.trim() !== activity.place ||
      !isSame(read.startsAt, activity.startsAt) ||
      !isSame(read.endsAt, activity.endsAt)
    if (taken > 0 && isTold) setAsked(read)
    else void send(read)
  }

  return (
    <Form onSubmit={submit}>
      <ProblemNote problem={problem} />
      <ShiftFields shift={shift} now={now} problem={problem} />
      <Box className={styles.actions}>
        <Button kind="primary" isSubmit isBusy={isBusy}>
          改时间地点
        </Button>
        <Button onPress={onCancel}>不改了</Button>
      </Box>
      {asked && (
        <Dialog
          title="改时间地点？"
          confirmWord={`改，并告诉 ${taken} 个人`}
          cancelWord="先不改"
          isBusy={isBusy}
          onConfirm={() => void send(asked)}
          onCancel={() => setAsked(undefined)}
        >
          <Box as="p">
            改到 {saySpan(asked.startsAt, asked.endsAt, now)}，在{asked.place}集合。
          </Box>
          <Box as="p">已经报名的 {taken} 个人会收到消息，写明原来和现在的时间；来不了的可以取消。</Box>
        </Dialog>
      )}
    </Form>
  )
}
