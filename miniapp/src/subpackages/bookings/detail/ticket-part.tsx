import { priorityRule } from '@xinban/shared/domain'
import type { Booking } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { beforeWords, ticketStateWords } from '@/words/bookings'
import styles from './index.module.scss'

/** The number since the check-in, large, and how many are in front. */
export function TicketPart({ ticket }: { ticket: NonNullable<Booking['ticket']> }) {
  const { label, state, before, window } = ticket
  return (
    <Box as="section" className={styles.card}>
      <Box as="h2" className={styles.heading}>
        我的号
      </Box>
      <Box as="p" className={styles.code}>
        {label}
      </Box>
      <Box as="p" className={styles.next} role="status">
        {state === 'waiting' && before !== null && beforeWords(before)}
        {state === 'called' && (window === null ? '叫到你了' : `叫到你了，请到 ${window} 号窗口`)}
        {state === 'parked' && '过号了。人在大厅的话，请告诉窗口，可以再排上'}
        {(state === 'serving' || state === 'finished' || state === 'missed') && ticketStateWords[state]}
      </Box>
      {state === 'waiting' && (
        <Box as="p" className={styles.quiet}>
          叫号的先后：{priorityRule}
        </Box>
      )}
    </Box>
  )
}
