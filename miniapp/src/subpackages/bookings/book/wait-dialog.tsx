import type { Slot } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { useConsentedAct } from '@/components/consent-dialog/use-consented-act'
import { Dialog } from '@/components/dialog/dialog'
import { ProblemNote } from '@/components/states/states'
import { say } from '@/platform/messages'
import { open } from '@/platform/navigation'
import { timeOfBooking } from '@/words/bookings'

interface WaitDialogProps {
  slot: Slot
  body: { hallId: string; itemId: string; start: string }
  now: Date
  onClose: () => void
}

/** A full time can be waited for. */
export function WaitDialog({ slot, body, now, onClose }: WaitDialogProps) {
  const join = useConsentedAct('waitlist.join')
  return (
    <>
      <Dialog
        title="这个时间约满了，要候补吗？"
        confirmWord="候补"
        isBusy={join.isBusy}
        onConfirm={() =>
          join.run({ body }, () => {
            say('候补上了，有空位会告诉你')
            onClose()
            open('bookings', { tab: 'wait' })
          })
        }
        onCancel={onClose}
      >
        <ProblemNote problem={join.problem} />
        <Box as="p">
          {timeOfBooking(slot, now)}，{slot.waiting === 0 ? '还没有人候补' : `${slot.waiting} 人在候补`}。
        </Box>
        <Box as="p">有人取消时，按先后通知，位置为你留一会儿，到时请尽快确认。你也可以同时约别的时间。</Box>
      </Dialog>
      {join.dialog}
    </>
  )
}
