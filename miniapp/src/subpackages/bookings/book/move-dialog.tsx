import { useState } from 'react'
import type { Booking, Slot } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Dialog } from '@/components/dialog/dialog'
import { Field } from '@/components/field/field'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import { timeOfBooking } from '@/words/bookings'

interface MoveDialogProps {
  booking: Booking
  slot: Slot
  now: Date
  onMoved: (booking: Booking) => void
  onRefused: () => void
  onClose: () => void
}

export function MoveDialog({ booking, slot, now, onMoved, onRefused, onClose }: MoveDialogProps) {
  const move = useAct('bookings.move', onRefused)
  const [reason, setReason] = useState('')
  const isLate = now.getTime() > Date.parse(booking.changeUntil)

  async function confirm() {
    const body = { start: slot.start, ...(reason.trim() !== '' && { reason }) }
    const moved = await move.act({ params: { id: booking.id }, body, version: booking.version })
    if (!moved) return
    say('改好了')
    onMoved(moved)
  }

  return (
    <Dialog
      title={`改到 ${timeOfBooking(slot, now)}？`}
      confirmWord="改到这个时间"
      isBusy={move.isBusy}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <ProblemNote problem={move.problem} />
      <Box as="p">原来的 {timeOfBooking(booking, now)} 会让给别人。</Box>
      {isLate && (
        <Field
          id="move-reason"
          label="为什么改"
          hint="已过自己改的时限，大厅代改要写原因"
          value={reason}
          maxLength={200}
          error={move.problem?.fields.reason}
          onChange={setReason}
        />
      )}
    </Dialog>
  )
}
