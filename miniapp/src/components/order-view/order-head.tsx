import type { Order } from '@xinban/shared/contracts'
import type { Audience } from '@/words/event-story'
import { tellComplexity } from '@/words/due-words'
import { stepWords, stepsPassed, tellHolder } from '@/words/order-story'
import type { OrderStory } from '@/words/trouble-story'
import { Box } from '../box/box'
import { DueMark } from '../order-due/due-mark'
import { OrderFlags } from '../order-due/order-flags'
import { PromiseLine, PromiseWayOut } from '../order-due/promise-line'
import { Phone } from '../phone/phone'
import { PublicBadge } from '../status-badge/public-badge'
import { StatusBadge } from '../status-badge/status-badge'
import { Steps } from '../steps/steps'
import styles from './order-view.module.scss'

interface OrderHeadProps {
  order: Order
  story: OrderStory
  audience: Audience
  now: Date
}

/** Where it stands in plain words, what comes next, and who has it. */
export function OrderHead({ order, story, audience, now }: OrderHeadProps) {
  const isStaff = audience === 'staff'
  const passed = stepsPassed(order.status)
  const holder = tellHolder(order)
  const { servicePhone } = order.community
  const complexity = tellComplexity(order)
  return (
    <Box as="section" className={styles.card}>
      <Box className={styles.subject}>
        <Box as="p" className={styles.title}>
          {order.title}
        </Box>
        <StatusBadge status={order.status} wish={order.wish} audience={audience} />
      </Box>
      <PublicBadge order={order} />
      <Box as="h2" className={styles.now}>
        {story.now}
      </Box>
      {isStaff ? <DueMark due={order.due} now={now} /> : <PromiseLine order={order} now={now} />}
      {isStaff && <OrderFlags order={order} />}
      {passed !== null && <Steps words={stepWords} passed={passed} isWorded />}
      <Box as="p" className={styles.nextStep}>
        {story.next}
      </Box>
      {complexity !== null && (
        <Box as="p" className={styles.nextStep}>
          {complexity}
        </Box>
      )}
      {order.ownerOrg && (
        <Box as="p" className={styles.holder}>
          部门任务：{order.ownerOrg.name}
        </Box>
      )}
      {holder !== null && (
        <Box as="p" className={styles.holder}>
          {holder}
        </Box>
      )}
      {servicePhone !== null && (
        <Box className={styles.quiet}>
          社区电话：
          <Phone number={servicePhone} />
        </Box>
      )}
      {!isStaff && <PromiseWayOut order={order} now={now} />}
    </Box>
  )
}
