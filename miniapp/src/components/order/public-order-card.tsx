import type { OrderSummary } from '@xinban/shared/contracts'
import { tellEveryone } from '@/words/order-story'
import { tellSeconds } from '@/words/seconds'
import { sayKind } from '@/words/order-kind'
import { Box } from '../box/box'
import { Link } from '../link/link'
import { StatusBadge } from '../status-badge/status-badge'
import styles from './order-card.module.scss'

interface PublicOrderCardProps {
  order: OrderSummary
  /** Below the heading that stands above the list. */
  heading?: 'h2' | 'h3'
}

/** What everyone may see of an order, and no more. */
export function PublicOrderCard({ order, heading = 'h2' }: PublicOrderCardProps) {
  return (
    <Box as="li" className={styles.card}>
      <Link to="order" query={{ id: order.id, as: 'public' }} className={styles.link}>
        <Box className={styles.top}>
          <Box as={heading} className={styles.title}>
            {order.title}
          </Box>
          <StatusBadge status={order.status} audience="owner" />
        </Box>
        <Box as="p" className={styles.now}>
          {tellEveryone(order).now}
        </Box>
        <Box as="p" className={styles.meta}>
          {[sayKind(order), order.communityName, tellSeconds(order.secondCount)].join(' · ')}
        </Box>
      </Link>
    </Box>
  )
}
