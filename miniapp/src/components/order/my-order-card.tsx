import type { OrderSummary } from '@xinban/shared/contracts'
import { sayTime } from '@xinban/shared/domain'
import { tellOnBehalf } from '@/words/helper'
import { stepWords, stepsPassed, tellOwner } from '@/words/order-story'
import { sayKind } from '@/words/order-kind'
import { Box } from '../box/box'
import { Link } from '../link/link'
import { PromiseLine } from '../order-due/promise-line'
import { StatusBadge } from '../status-badge/status-badge'
import { Steps } from '../steps/steps'
import styles from './order-card.module.scss'

interface MyOrderCardProps {
  order: OrderSummary
  now: Date
  /** Below the heading that stands above the list. */
  heading?: 'h2' | 'h3'
}

/** An order as its owner sees it in a list: where it stands and what comes next. */
export function MyOrderCard({ order, now, heading = 'h2' }: MyOrderCardProps) {
  const story = tellOwner(order, now)
  const passed = stepsPassed(order.status)
  const behalf = tellOnBehalf(order)
  return (
    <Box as="li" className={styles.card}>
      <Link to="order" query={{ id: order.id }} className={styles.link}>
        <Box className={styles.top}>
          <Box as={heading} className={styles.title}>
            {order.title}
          </Box>
          <StatusBadge status={order.status} wish={order.wish} audience="owner" />
        </Box>
        {behalf !== null && (
          <Box as="p" className={styles.behalf}>
            {behalf}
          </Box>
        )}
        <Box as="p" className={styles.now}>
          {story.now}
        </Box>
        {passed !== null && <Steps words={stepWords} passed={passed} />}
        <PromiseLine order={order} now={now} />
        <Box as="p" className={styles.next}>
          {story.next}
        </Box>
        <Box as="p" className={[styles.meta, styles.aside].join(' ')}>
          {sayKind(order)} · {sayTime(new Date(order.placedAt), now)} · {order.no}
        </Box>
      </Link>
    </Box>
  )
}
