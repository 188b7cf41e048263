import { useState } from 'react'
import type { Booking } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { ProblemNote } from '@/components/states/states'
import { ToneBadge } from '@/components/status-badge/tone-badge'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import { open } from '@/platform/navigation'
import { bookingStatusWords, bookingTones, priorityWords, spanOf } from '@/words/bookings'
import { ReasonDialog, type ReasonedAction } from './reason-dialog'
import styles from './index.module.scss'

interface DayBookingProps {
  booking: Booking
  now: Date
  onChanged: () => void
}

const reasoned: readonly ReasonedAction[] = ['no-show', 'cancel', 'lift-pause']
const words: Record<ReasonedAction, string> = {
  'no-show': '没有来',
  cancel: '取消',
  'lift-pause': '解除暂停预约',
}

/** One line of the day: when, who, what, and what can be done. */
export function DayBooking({ booking, now, onChanged }: DayBookingProps) {
  const [asked, setAsked] = useState<ReasonedAction>()
  const checkIn = useAct('bookings.check-in', onChanged)
  const { id, version, status, person, phone, item, priority, hall, ticket, displaced, allowedActions } = booking
  const who = person ?? '没有留姓名'

  async function letIn() {
    const checked = await checkIn.act({ params: { id }, body: {}, version })
    if (!checked) return
    say(checked.ticket ? `签到好了，排 ${checked.ticket.label} 号` : '签到好了')
    onChanged()
  }

  return (
    <Box as="li" className={styles.row}>
      <Box as="p" className={styles.time}>
        {spanOf(booking)}
      </Box>
      <Box className={styles.words}>
        <Box as="h3" className={styles.who}>
          {[who, phone].filter(Boolean).join(' ')}
        </Box>
        <Box as="p" className={styles.quiet}>
          {[
            item.name,
            priority === 'none' ? null : `${priorityWords[priority]}优先`,
            ticket && `${ticket.label} 号`,
            displaced && '时间已调整，等居民另选',
          ]
            .filter(Boolean)
            .join(' · ')}
        </Box>
        <ProblemNote problem={checkIn.problem} />
      </Box>
      <ToneBadge tone={bookingTones[status]}>{bookingStatusWords[status]}</ToneBadge>
      <Box className={styles.buttons}>
        {allowedActions.includes('check-in') && (
          <Button size="small" label={`签到：${who}`} isBusy={checkIn.isBusy} onPress={() => void letIn()}>
            签到
          </Button>
        )}
        {allowedActions.includes('move') && (
          <Button
            size="small"
            label={`改时间：${who}`}
            onPress={() => open('book', { hall: hall.id, item: item.id, move: id })}
          >
            改时间
          </Button>
        )}
        {reasoned
          .filter((action) => allowedActions.includes(action))
          .map((action) => (
            <Button
              key={action}
              size="small"
              kind="plain"
              label={`${words[action]}：${who}`}
              onPress={() => setAsked(action)}
            >
              {words[action]}
            </Button>
          ))}
      </Box>
      {asked && (
        <ReasonDialog
          booking={booking}
          action={asked}
          now={now}
          onDone={() => {
            setAsked(undefined)
            onChanged()
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Box>
  )
}
