import { useState } from 'react'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Dialog } from '@/components/dialog/dialog'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import { open } from '@/platform/navigation'
import { addToCalendar } from '@/platform/phone-calendar'
import { timeOfBooking } from '@/words/bookings'
import type { PartProps } from './part.types'
import styles from './index.module.scss'

/** Into the calendar, another time, or not at all. */
export function BookingActions({ booking, now, onDone, onStale }: PartProps & { now: Date }) {
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const cancel = useAct('bookings.cancel', ({ status }) => {
    if (status === 409 || status === 412) onStale()
  })
  const { id, hall, item, start, end, icsUrl, version, allowedActions } = booking
  const isLate = now.getTime() > Date.parse(booking.changeUntil)

  async function confirm() {
    const body = reason.trim() === '' ? {} : { reason }
    const cancelled = await cancel.act({ params: { id }, body, version })
    if (!cancelled) return
    setAsking(false)
    say('已取消')
    onDone(cancelled)
  }

  return (
    <Box className={styles.actions}>
      {icsUrl !== null && (
        <Button
          onPress={() =>
            void addToCalendar({ icsUrl, title: `${item.name}（${hall.name}）`, start, end, place: hall.address }).then(
              (words) => say(words),
            )
          }
        >
          加进手机日历
        </Button>
      )}
      {allowedActions.includes('move') && (
        <Button onPress={() => open('book', { hall: hall.id, item: item.id, move: id })}>改时间</Button>
      )}
      {allowedActions.includes('cancel') && (
        <Button kind="danger" onPress={() => setAsking(true)}>
          取消预约
        </Button>
      )}
      {(booking.status === 'cancelled' || booking.status === 'expired' || booking.status === 'no_show') && (
        <Button kind="primary" onPress={() => open('book', { hall: hall.id, item: item.id })}>
          再约一次
        </Button>
      )}
      {isAsking && (
        <Dialog
          title="取消这个预约吗？"
          confirmWord="取消预约"
          cancelWord="先不取消"
          isDanger
          isBusy={cancel.isBusy}
          onConfirm={() => void confirm()}
          onCancel={() => setAsking(false)}
        >
          <ProblemNote problem={cancel.problem} />
          <Box as="p">
            {timeOfBooking(booking, now)} 的位置会让给别人，取消以后不能恢复。只是换个时间，可以用“改时间”。
          </Box>
          {isLate && (
            <TextArea
              id="cancel-reason"
              label="为什么取消"
              value={reason}
              maxLength={200}
              rows={2}
              error={cancel.problem?.fields.reason}
              onChange={setReason}
            />
          )}
        </Dialog>
      )}
    </Box>
  )
}
