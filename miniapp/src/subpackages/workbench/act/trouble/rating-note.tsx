import type { Order } from '@xinban/shared/contracts'
import { starWords } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import styles from '../index.module.scss'

/** What the resident gave and said, beside the form that answers it. */
export function RatingNote({ order: { rating } }: { order: Order }) {
  if (!rating) return null
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
    </Box>
  )
}
