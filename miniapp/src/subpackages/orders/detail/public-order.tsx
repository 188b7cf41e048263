import type { Order } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Cell, List } from '@/components/cell/cell'
import { Phone } from '@/components/phone/phone'
import { StatusBadge } from '@/components/status-badge/status-badge'
import { Steps } from '@/components/steps/steps'
import { stepsPassed, stepWords, tellEveryone } from '@/words/order-story'
import { tellSeconds } from '@/words/seconds'
import { isPublicForm } from './public-form'
import styles from '@/components/order-view/order-view.module.scss'
import { sayKind } from '@/words/order-kind'

/** What staff approved for everyone: title, kind, community and where it stands, even to those who may see more. */
export function PublicOrder({ order }: { order: Order }) {
  const passed = stepsPassed(order.status)
  const story = tellEveryone(order)
  const { servicePhone } = order.community
  return (
    <>
      <Box as="section" className={styles.card}>
        <Box className={styles.subject}>
          <Box as="p" className={styles.title}>
            {order.title}
          </Box>
          <StatusBadge status={order.status} audience="owner" />
        </Box>
        <Box as="h2" className={styles.now}>
          {story.now}
        </Box>
        {passed !== null && <Steps words={stepWords} passed={passed} isWorded />}
        <Box as="p" className={styles.nextStep}>
          {story.next}
        </Box>
        <Box as="p" className={styles.quiet}>
          {sayKind(order)} · {order.communityName}
        </Box>
        {servicePhone !== null && (
          <Box className={styles.quiet}>
            社区电话：
            <Phone number={servicePhone} />
          </Box>
        )}
        <Box as="p" className={styles.seconds} role="status">
          {tellSeconds(order.secondCount)}
        </Box>
      </Box>
      {!isPublicForm(order) && (
        <Box className={styles.links}>
          <List>
            <Cell label="这个单和你有关" detail="看完整的办理进度" to="order" query={{ id: order.id }} />
          </List>
        </Box>
      )}
      <Box as="p" className={styles.quiet}>
        公开的只有标题、类别、社区和办到哪一步。是谁点的、住在哪里，都不公开。
      </Box>
    </>
  )
}
