import { PublicOrderCard } from '@/components/order/public-order-card'
import { Box } from '@/components/box/box'
import { Link } from '@/components/link/link'
import { useRemote } from '@/hooks/use-remote'
import styles from './index.module.scss'

const shown = 2

/** The newest of what the neighbours let everyone see; it stays away quietly while it cannot be fetched. */
export function Neighbours({ communityCode }: { communityCode: string }) {
  const { data } = useRemote('orders.list', { query: { view: 'public', communityCode, limit: shown } })
  if (!data) return null
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
      {data.items.length === 0 ? (
        <Box as="p" className={styles.nothing}>
          邻居愿意公开的事会出现在这里，你也可以附议。
        </Box>
      ) : (
        <Box as="ul" className={styles.list}>
          {data.items.map((order) => (
            <PublicOrderCard key={order.id} order={order} heading="h3" />
          ))}
        </Box>
      )}
    </Box>
  )
}
