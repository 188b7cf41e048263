import type { OrderSummary } from '@xinban/shared/contracts'
import { flagsOf } from '@/words/order-flags'
import { Box } from '../box/box'
import styles from './order-due.module.scss'

/** What is out of the ordinary with an order, for staff. */
export function OrderFlags({ order }: { order: OrderSummary }) {
  const flags = flagsOf(order)
  if (flags.length === 0) return null
  return (
    <Box as="ul" className={styles.flags}>
      {flags.map((flag) => (
        <Box as="li" key={flag} className={styles.flag}>
          {flag}
        </Box>
      ))}
    </Box>
  )
}
