import { whistleStatusWords, type WhistleStatus } from '@xinban/shared/domain'
import { Box } from '../box/box'
import styles from './status-badge.module.scss'

const tones: Record<WhistleStatus, 'waiting' | 'moving' | 'done' | 'closed'> = {
  blown: 'waiting',
  working: 'moving',
  finished: 'waiting',
  closed: 'done',
  withdrawn: 'closed',
  unfounded: 'closed',
}

/** The state of a whistle by its word, its shape and its colour. */
export function WhistleBadge({ status }: { status: WhistleStatus }) {
  return (
    <Box as="span" className={[styles.badge, styles[tones[status]]].join(' ')}>
      <Box as="span" className={styles.shape} isHidden />
      {whistleStatusWords[status]}
    </Box>
  )
}
