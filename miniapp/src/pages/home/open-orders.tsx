import type { Home, OrderSummary } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { MyOrderCard } from '@/components/order/my-order-card'
import { Link } from '@/components/link/link'
import { Empty } from '@/components/states/states'
import { open } from '@/platform/navigation'
import styles from './index.module.scss'

/** As many as leave the community's news in sight. */
const most = 2

/** What waits for the person first: the rest only wants to be looked at. */
function mostWanted(orders: readonly OrderSummary[]): readonly OrderSummary[] {
  const waits = ({ allowedActions }: OrderSummary) => allowedActions.includes('rate')
  return [...orders.filter(waits), ...orders.filter((order) => !waits(order))].slice(0, most)
}

/** What of mine is under way. */
export function OpenOrders({ mine, now }: { mine: Home['mine']; now: Date }) {
  const shown = mostWanted(mine.items)
  return (
    <Box as="section">
      <Box className={styles.sectionHead}>
        <Box as="h2" className={styles.sectionTitle}>
          进行中{mine.items.length > 0 && ` ${mine.items.length}`}
          {mine.nextCursor !== null && '+'}
        </Box>
        <Link to="orders" className={styles.more}>
          {mine.items.length > most
            ? `还有 ${mine.items.length - most}${mine.nextCursor === null ? '' : '+'} 个 ›`
            : '全部 ›'}
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
          {shown.map((order) => (
            <MyOrderCard key={order.id} order={order} now={now} heading="h3" />
          ))}
        </Box>
      )}
    </Box>
  )
}
