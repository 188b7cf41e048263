import { useState } from 'react'
import type { Booking } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Dialog } from '@/components/dialog/dialog'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import { timeOfBooking } from '@/words/bookings'

export type ReasonedAction = 'no-show' | 'cancel' | 'lift-pause'

interface ReasonDialogProps {
  booking: Booking
  action: ReasonedAction
  now: Date
  onDone: () => void
  onClose: () => void
}

const told: Record<ReasonedAction, { title: string; confirm: string; what: string; done: string; isWanted: boolean }> =
  {
    'no-show': {
      ...{ title: '没有来吗？', confirm: '记为没有来', done: '记下了', isWanted: false },
      what: '三次约了没有来，线上预约会暂停一段时间。人在路上的，请等一等。',
    },
    cancel: {
      ...{ title: '替居民取消吗？', confirm: '取消预约', done: '已取消', isWanted: true },
      what: '居民会收到通知，看得到你写的原因。位置会让给候补的人。',
    },
    'lift-pause': {
      ...{ title: '解除暂停预约吗？', confirm: '解除', done: '已解除', isWanted: true },
      what: '解除后，这位居民马上可以再在线上预约。',
    },
  }

/** What a hall does to somebody's booking, with the reason that they read. */
export function ReasonDialog({ booking, action, now, onDone, onClose }: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const acts = {
    'no-show': useAct('bookings.no-show'),
    cancel: useAct('bookings.cancel'),
    'lift-pause': useAct('bookings.lift-pause'),
  }
  const { title, confirm, what, done, isWanted } = told[action]
  const { isBusy, problem } = acts[action]

  async function send() {
    const isEmpty = reason.trim() === ''
    setMissing(isWanted && isEmpty)
    if (isWanted && isEmpty) return
    const target = { params: { id: booking.id }, version: booking.version }
    const changed =
      action === 'lift-pause'
        ? await acts[action].act({ ...target, body: { reason } })
        : await acts[action].act({ ...target, body: isEmpty ? {} : { reason } })
    if (!changed) return
    say(done)
    onDone()
  }

  return (
    <Dialog
      title={title}
      confirmWord={confirm}
      isDanger={action !== 'lift-pause'}
      isBusy={isBusy}
      onConfirm={() => void send()}
      onCancel={onClose}
    >
      <ProblemNote problem={problem} />
      <Box as="p">
        {[booking.person, timeOfBooking(booking, now)].filter(Boolean).join('，')}。{what}
      </Box>
      <TextArea
        id="hall-reason"
        label="原因"
        value={reason}
        maxLength={200}
        rows={2}
        error={isMissing ? '请写明原因，居民看得到' : problem?.fields.reason}
        onChange={setReason}
        {...(isWanted && { isRequired: true })}
      />
    </Dialog>
  )
}
