import type { Booking } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { ToneBadge } from '@/components/status-badge/tone-badge'
import { bookingStatusWords, bookingTones, tellBooking, timeOfBooking } from '@/words/bookings'
import styles from './index.module.scss'

interface BookingHeadProps {
  booking: Booking
  now: Date
  /** It was won a moment ago. */
  isNew: boolean
}

/** When and where, how it stands, and the number to say at the counter. */
export function BookingHead({ booking, now, isNew }: BookingHeadProps) {
  const { hall, item, status, code } = booking
  return (
    <Box as="section" className={styles.card}>
      {isNew && (
        <Box as="p" className={styles.won} role="status">
          约好了
        </Box>
      )}
      <Box className={styles.top}>
        <Box as="h2" className={styles.time}>
          {timeOfBooking(booking, now)}
        </Box>
        <ToneBadge tone={bookingTones[status]}>{bookingStatusWords[status]}</ToneBadge>
      </Box>
      <Box as="p" className={styles.line}>
        {hall.name} · {item.name}
      </Box>
      <Box as="p" className={styles.next}>
        {tellBooking(booking, now)}
      </Box>
      {code !== null && status === 'booked' && (
        <Box className={styles.number}>
          <Box as="p" className={styles.quiet}>
            预约号，到了窗口报这六个数
          </Box>
          <Box as="p" className={styles.code}>
            {code}
          </Box>
        </Box>
      )}
    </Box>
  )
}
