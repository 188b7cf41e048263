import type { OrderSummary } from '@xinban/shared/contracts'
import { kindWords, sayTime } from '@xinban/shared/domain'
import { stepWords, stepsPassed, tellOrder } from '@/words/order-story'
import { Box } from '../box/box'
import { Link } from '../link/link'
import { StatusBadge } from '../status-badge/status-badge'
import { Steps } from '../steps/steps'
import styles from './order-card.module.scss'

/** An order as its owner sees it in a list: where it stands and what comes next. */
export function MyOrderCard({ order, now }: { order: OrderSummary; now: Date }) {
  const story = tellOrder(order, now)
  const passed = stepsPassed(order.status)
  return (
    <Box as="li" className={styles.card}>
      <Link to="order" query={{ id: order.id }} className={styles.link}>
        <Box className={styles.top}>
          <Box as="h3" className={styles.title}>
            {order.title}
          </Box>
          <StatusBadge status={order.status} />
        </Box>
        <Box as="p" className={styles.now}>
          {story.now}
        </Box>
        {passed !== null && <Steps words={stepWords} passed={passed} />}
        <Box as="p" className={styles.next}>
          {story.next}
        </Box>
        <Box as="p" className={styles.meta}>
          {kindWords[order.kind]} · {sayTime(new Date(order.placedAt), now)} · {order.no}
        </Box>
      </Link>
    </Box>
  )
}
