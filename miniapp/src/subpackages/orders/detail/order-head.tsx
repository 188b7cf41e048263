import type { Order } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { StatusBadge } from '@/components/status-badge/status-badge'
import { Steps } from '@/components/steps/steps'
import { stepWords, stepsPassed, tellOrder } from '@/words/order-story'
import styles from './index.module.scss'

/** Where it stands in plain words, who has it, and what comes next. */
export function OrderHead({ order, now }: { order: Order; now: Date }) {
  const story = tellOrder(order, now)
  const passed = stepsPassed(order.status)
  const holder = order.handler?.name ?? order.community.name
  return (
    <Box as="section" className={styles.card}>
      <StatusBadge status={order.status} />
      <Box as="h2" className={styles.now}>
        {story.now}
      </Box>
      {passed !== null && <Steps words={stepWords} passed={passed} />}
      <Box as="p" className={styles.nextStep}>
        {story.next}
      </Box>
      <Box as="p" className={styles.holder}>
        现在由{holder}负责
        {order.community.servicePhone && `，电话 ${order.community.servicePhone}`}
      </Box>
    </Box>
  )
}
