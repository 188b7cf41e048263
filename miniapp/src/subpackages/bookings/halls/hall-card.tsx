import type { HallSummary } from '@xinban/shared/contracts'
import { sayDistance } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Link } from '@/components/link/link'
import { ToneBadge } from '@/components/status-badge/tone-badge'
import { hallLevel, loadTones, loadWords, todayWords, waitingWords } from '@/words/bookings'
import styles from './index.module.scss'

/** A hall in a list: where it is and how busy it is today. */
export function HallCard({ hall }: { hall: HallSummary }) {
  const far = hall.distanceMetres === null ? [] : [sayDistance(hall.distanceMetres)]
  return (
    <Box as="li" className={styles.card}>
      <Link to="hall" query={{ id: hall.id }} className={styles.link}>
        <Box className={styles.top}>
          <Box as="h2" className={styles.name}>
            {hall.name}
          </Box>
          <ToneBadge tone={hall.isClosed ? 'closed' : loadTones[hall.today.load]}>
            {hall.isClosed ? '已停用' : loadWords[hall.today.load]}
          </ToneBadge>
        </Box>
        <Box as="p" className={styles.line}>
          {todayWords(hall)}
          {hall.today.isOpen && ` · ${waitingWords(hall)}`}
        </Box>
        <Box as="p" className={styles.quiet}>
          {[...far, hallLevel(hall), hall.address].join(' · ')}
        </Box>
      </Link>
    </Box>
  )
}
