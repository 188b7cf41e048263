import type { ReactNode } from 'react'
import type { OrderSummary } from '@xinban/shared/contracts'
import { tellPressing, urgentWord } from '@/words/pressing'
import { sayKind } from '@/words/order-kind'
import { Box } from '../box/box'
import { Link } from '../link/link'
import { DueMark } from '../order-due/due-mark'
import { OrderFlags } from '../order-due/order-flags'
import { Tag } from '../tag/tag'
import { StatusBadge } from '../status-badge/status-badge'
import styles from './order-card.module.scss'

interface QueueCardProps {
  order: OrderSummary
  now: Date
  /** The queue's own community goes without saying. */
  homeCode: string
  /** What can be done at once, without opening it. */
  action?: ReactNode
}

/** An order as staff see it in a queue: age and due time first, then thing, place, person. */
export function QueueCard({ order, now, homeCode, action }: QueueCardProps) {
  const where = [order.place, order.communityCode === homeCode ? null : order.communityName].filter(Boolean).join(' · ')
  const publicity = order.isPublic ? '已公开' : order.allowedActions.includes('approve') ? '愿意公开，等你看' : null
  const who = [order.ownerOrg?.name ?? order.requesterName ?? '居民', order.isOnBehalf ? '（代办）' : ''].join('')
  return (
    <Box as="li" className={styles.card}>
      <Link to="order" query={{ id: order.id, as: 'staff' }} className={styles.link}>
        <Box className={styles.top}>
          <Box as="p" className={styles.next}>
            {order.urgency === 'urgent' && <Tag tone="alarm">{urgentWord}</Tag>} {tellPressing(order, now)}
          </Box>
          <StatusBadge status={order.status} wish={order.wish} audience="staff" />
        </Box>
        <DueMark due={order.due} now={now} />
        <Box as="h2" className={styles.title}>
          {order.title}
        </Box>
        <OrderFlags order={order} />
        {where !== '' && (
          <Box as="p" className={styles.meta}>
            {where}
          </Box>
        )}
        <Box as="p" className={[styles.meta, action !== undefined && styles.besideAction].filter(Boolean).join(' ')}>
          {[who, sayKind(order), order.handler && `${order.handler.name}在办`, publicity].filter(Boolean).join(' · ')}
        </Box>
      </Link>
      {action !== undefined && <Box className={styles.action}>{action}</Box>}
    </Box>
  )
}
