import { openStatuses } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { MyOrderCard } from '@/components/order/my-order-card'
import { Link } from '@/components/link/link'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import styles from './index.module.scss'

const shown = 5

/** What of mine is under way. */
export function OpenOrders({ now }: { now: Date }) {
  const { data, problem, isLoading, reload } = useRemote('orders.list', {
    query: { view: 'mine', status: openStatuses.join(','), limit: shown },
  })
  if (isLoading) return <Skeleton cards={2} />
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : null
  return (
    <Box as="section">
      <Box className={styles.sectionHead}>
        <Box as="h2" className={styles.sectionTitle}>
          进行中{data.items.length > 0 && ` ${data.items.length}`}
          {data.nextCursor !== null && '+'}
        </Box>
        <Link to="orders" className={styles.more}>
          全部 ›
        </Link>
      </Box>
      {data.items.length === 0 ? (
        <Empty title="现在没有进行中的事" detail="家里坏了什么、有什么难处，点个单，社区来办" />
      ) : (
        <Box as="ul" className={styles.list}>
          {data.items.map((order) => (
            <MyOrderCard key={order.id} order={order} now={now} heading="h3" />
          ))}
        </Box>
      )}
    </Box>
  )
}
