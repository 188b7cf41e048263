import { useState } from 'react'
import type { Answer, Booking, Hall, HallItem, Slot } from '@xinban/shared/contracts'
import { chinaDate } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { useConsentedAct } from '@/components/consent-dialog/use-consented-act'
import { ErrorState, ProblemNote, Skeleton } from '@/components/states/states'
import { TimeGrid } from '@/components/time-grid/time-grid'
import { useNow } from '@/hooks/use-now'
import { useRemote } from '@/hooks/use-remote'
import { useSession } from '@/hooks/use-session'
import { toSignIn } from '@/platform/navigation'
import { bookingDays, dayWords, rangeAround, slotsOn, turned, type CalendarView } from '@/words/booking-days'
import { timeOfBooking } from '@/words/bookings'
import { DayChooser } from './day-chooser'
import { MoveDialog } from './move-dialog'
import { WaitDialog } from './wait-dialog'
import styles from './index.module.scss'

interface ChooseTimeProps {
  hall: Hall
  item: HallItem
  /** The booking that is to get another time. */
  moved: Booking | undefined
  onHeld: (hold: Answer<'holds.create'>) => void
  onMoved: (booking: Booking) => void
  onOtherItem?: () => void
}

/** The days with what is free, and the times of the chosen one. */
export function ChooseTime(props: ChooseTimeProps) {
  const { hall, item, moved, onHeld, onMoved, onOtherItem } = props
  const session = useSession()
  const now = useNow()
  const today = chinaDate(now)
  const [view, setView] = useState<CalendarView>('week')
  const [anchor, setAnchor] = useState(() =>
    chinaDate(item.nextFree === null ? now : new Date(Math.max(now.getTime(), Date.parse(item.nextFree)))),
  )
  const [date, setDate] = useState(item.nextFree === null ? undefined : anchor)
  const [picked, setPicked] = useState<Slot>()
  const [open, setOpen] = useState<'move' | 'wait'>()
  const range = rangeAround(anchor, view)
  const asked = { itemId: item.id, from: range.from < today ? today : range.from, to: range.to }
  const slots = useRemote('halls.slots', { params: { id: hall.id }, query: asked })
  const hold = useConsentedAct('holds.create', slots.reload)
  const ofDay = slots.data && date !== undefined ? slotsOn(slots.data.items, date) : []

  function pick(slot: Slot) {
    if (!session) return toSignIn()
    setPicked(slot)
    if (slot.left === 0) return setOpen('wait')
    if (moved) return setOpen('move')
    hold.run({ body: { hallId: hall.id, itemId: item.id, start: slot.start } }, onHeld)
  }

  return (
    <>
      <Box as="p" className={styles.lead}>
        {hall.name} · {item.name}
      </Box>
      {moved && (
        <Box as="p" className={styles.quiet}>
          现在约的是 {timeOfBooking(moved, now)}。新的时间约好以前，原来的位置一直为你留着。
        </Box>
      )}
      {onOtherItem && (
        <Button kind="plain" size="small" onPress={onOtherItem}>
          换一个事项
        </Button>
      )}
      {!slots.data && (slots.problem ? <ErrorState problem={slots.problem} onRetry={slots.reload} /> : <Skeleton />)}
      {slots.data && (
        <DayChooser
          days={bookingDays(slots.data, range, today)}
          today={today}
          lastDay={slots.data.bookableThrough}
          isCalendarKnown={slots.data.isCalendarKnown}
          view={view}
          value={date}
          onView={setView}
          onTurn={(step) => setAnchor(turned(anchor, view, step))}
          onPick={setDate}
        />
      )}
      <ProblemNote problem={hold.problem} />
      {date !== undefined && slots.data && (
        <Box as="section">
          <Box as="h2" className={styles.heading}>
            {dayWords(date)}
          </Box>
          {ofDay.length === 0 && <Box as="p">这一天没有可以约的时间，请看看别的日子。</Box>}
          <TimeGrid slots={ofDay} value={hold.isBusy ? picked?.start : undefined} onPick={pick} />
        </Box>
      )}
      {date === undefined && slots.data && (
        <Box as="p" className={styles.quiet}>
          先选一天，再选时间
        </Box>
      )}
      {hold.dialog}
      {open === 'wait' && picked && (
        <WaitDialog
          slot={picked}
          body={{ hallId: hall.id, itemId: item.id, start: picked.start }}
          now={now}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'move' && picked && moved && (
        <MoveDialog
          booking={moved}
          slot={picked}
          now={now}
          onMoved={onMoved}
          onRefused={slots.reload}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}
