import type { OrderSummary } from '@xinban/shared/contracts'
import type { OrderStatus } from '@xinban/shared/domain'
import type { Audience } from '@/words/event-story'
import { statusWord } from '@/words/status-words'
import { Box } from '../box/box'
import styles from './status-badge.module.scss'

type Tone = 'waiting' | 'moving' | 'done' | 'closed' | 'alarm'

const tones: Record<OrderStatus, Tone> = {
  submitted: 'waiting',
  accepted: 'moving',
  declining: 'alarm',
  listed: 'waiting',
  in_progress: 'moving',
  fulfilled: 'done',
  rated: 'done',
  rework: 'alarm',
  graded: 'done',
  declined: 'closed',
  withdrawn: 'closed',
  merged: 'closed',
}

interface StatusBadgeProps {
  status: OrderStatus
  /** A wish that waits for the street says so. */
  wish?: OrderSummary['wish']
  audience: Audience
}

/** A state by its word, its shape and its colour: ring, disc, square, frame, triangle. */
export function StatusBadge({ status, wish, audience }: StatusBadgeProps) {
  return (
    <Box as="span" className={[styles.badge, styles[tones[status]]].join(' ')}>
      <Box as="span" className={styles.shape} isHidden />
      {statusWord({ status, wish }, audience)}
    </Box>
  )
}
