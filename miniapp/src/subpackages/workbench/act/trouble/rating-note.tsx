import type { Order } from '@xinban/shared/contracts'
import { starWords } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import styles from '../index.module.scss'

interface RatingNoteProps {
  order: Order
  /** Also what the street was told on the telephone: it is what has to be put right. */
  isCallbackTold?: boolean
}

/** What the resident gave and said, beside the form that answers it. */
export function RatingNote({ order: { rating, events }, isCallbackTold = false }: RatingNoteProps) {
  if (!rating) return null
  const called = isCallbackTold ? events.find(({ action }) => action === 'callback') : undefined
  return (
    <Box className={styles.asked}>
      <Box as="p" className={styles.line}>
        居民评价：{rating.stars} 星，{starWords[rating.stars]}
      </Box>
      {rating.comment !== null && (
        <Box as="p" className={styles.line}>
          “{rating.comment}”
        </Box>
      )}
      {called?.note && (
        <Box as="p" className={styles.line}>
          街道回访：{called.note}
        </Box>
      )}
    </Box>
  )
}
