import type { Home } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { MyOrderCard } from '@/components/order/my-order-card'
import { Link } from '@/components/link/link'
import { Empty } from '@/components/states/states'
import { open } from '@/platform/navigation'
import styles from './index.module.scss'

/** What of mine is under way. */
export function OpenOrders({ mine, now }: { mine: Home['mine']; now: Date }) {
  return (
    <Box as="section">
      <Box className={styles.sectionHead}>
        <Box as="h2" className={styles.sectionTitle}>
          进行中{mine.items.length > 0 && ` ${mine.items.length}`}
          {mine.nextCursor !== null && '+'}
        </Box>
        <Link to="orders" className={styles.more}>
          全部 ›
        </Link>
      </Box>
      {mine.items.length === 0 ? (
        <Empty
          title="现在没有进行中的事"
          detail="家里坏了什么、有什么难处，点个单，社区来办"
          action={
            <Button size="small" onPress={() => open('catalogue')}>
              看看能点什么
            </Button>
          }
        />
      ) : (
        <Box as="ul" className={styles.list}>
          {mine.items.map((order) => (
            <MyOrderCard key={order.id} order={order} now={now} heading="h3" />
          ))}
        </Box>
      )}
    </Box>
  )
}
