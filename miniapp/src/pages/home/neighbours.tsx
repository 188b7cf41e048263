import type { OrderSummary } from '@xinban/shared/contracts'
import { PublicOrderCard } from '@/components/order/public-order-card'
import { Box } from '@/components/box/box'
import { Link } from '@/components/link/link'
import styles from './index.module.scss'

/** The newest of what the neighbours let everyone see. */
export function Neighbours({ orders }: { orders: readonly OrderSummary[] }) {
  return (
    <Box as="section" className={styles.section}>
      <Box className={styles.sectionHead}>
        <Box as="h2" className={styles.sectionTitle}>
          社区里大家在说
        </Box>
        <Link to="public-orders" label="看社区里大家在说的全部" className={styles.more}>
          全部 ›
        </Link>
      </Box>
      {orders.length === 0 ? (
        <Box as="p" className={styles.nothing}>
          邻居愿意公开的事会出现在这里，你也可以附议。
        </Box>
      ) : (
        <Box as="ul" className={styles.list}>
          {orders.map((order) => (
            <PublicOrderCard key={order.id} order={order} heading="h3" />
          ))}
        </Box>
      )}
    </Box>
  )
}
