import type { OrderSummary } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Link } from '@/components/link/link'
import type { PageName, PageQuery } from '@/platform/pages'
import { tellCategory, tellTask, tellWish } from './wish-words'
import styles from './wishes.module.scss'

interface WishCardProps {
  order: OrderSummary
  /** Where it leads; its public page without. */
  to?: { page: PageName; query: PageQuery }
}

/** A wish as everyone reads it: title, category, community, and how far it is. */
export function WishCard({ order, to }: WishCardProps) {
  const { page, query } = to ?? { page: 'wish', query: { id: order.id } }
  return (
    <Box as="li" className={styles.card}>
      <Link to={page} query={query} className={styles.link}>
        <Box as="h2" className={styles.cardTitle}>
          {order.wish?.title ?? order.title}
        </Box>
        <Box as="p" className={styles.state}>
          {tellWish(order)}
        </Box>
        <Box as="p" className={styles.quiet}>
          {[tellTask(order), tellCategory(order), order.communityName].filter(Boolean).join(' · ')}
        </Box>
      </Link>
    </Box>
  )
}
