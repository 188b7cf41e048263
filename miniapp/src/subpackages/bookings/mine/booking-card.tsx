import type { Booking } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Link } from '@/components/link/link'
import { ToneBadge } from '@/components/status-badge/tone-badge'
import { bookingStatusWords, bookingTones, tellBooking, timeOfBooking } from '@/words/bookings'
import styles from './index.module.scss'

export function BookingCard({ booking, now }: { booking: Booking; now: Date }) {
  const { id, hall, item, status, person, isForOther } = booking
  return (
    <Box as="li" className={styles.card}>
      <Link to="booking" query={{ id }} className={styles.link}>
        <Box className={styles.top}>
          <Box as="h2" className={styles.time}>
            {timeOfBooking(booking, now)}
          </Box>
          <ToneBadge tone={bookingTones[status]}>{bookingStatusWords[status]}</ToneBadge>
        </Box>
        <Box as="p" className={styles.line}>
          {hall.name} · {item.name}
        </Box>
        {isForOther && person !== null && (
          <Box as="p" className={styles.quiet}>
            替 {person} 约的
          </Box>
        )}
        <Box as="p" className={styles.quiet}>
          {tellBooking(booking, now)}
        </Box>
      </Link>
    </Box>
  )
}
