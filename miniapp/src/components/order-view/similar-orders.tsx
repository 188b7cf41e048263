import type { Order, OrderSummary } from '@xinban/shared/contracts'
import { isOpen, orderFlow, type OrderStatus } from '@xinban/shared/domain'
import { useRemote } from '@/hooks/use-remote'
import { open } from '@/platform/navigation'
import { sayAge } from '@/words/say-age'
import { Box } from '../box/box'
import { Button } from '../button/button'
import { Link } from '../link/link'
import { StatusBadge } from '../status-badge/status-badge'
import styles from './order-view.module.scss'

interface SimilarOrdersProps {
  order: Order
  now: Date
  onMerge?: MergeInto | undefined
}

/** Shows the form that merges into `intoId` beside the order; without it the form has a page of its own. */
export type MergeInto = (intoId: string) => void

const mergeable: readonly OrderStatus[] = orderFlow.actions.merge.from

/** Open orders of the territory that may ask the same. Last on the page and silent without any, as it comes later. */
export function SimilarOrders({ order, now, onMerge }: SimilarOrdersProps) {
  const { data } = useRemote('orders.similar', isOpen(order.status) ? { query: { orderId: order.id } } : null)
  const orders = (data?.items ?? []).map((similar) => similar.order)
  if (orders.length === 0) return null
  const mayMerge = order.allowedActions.includes('merge')
  const merge = onMerge ?? ((into) => open('act', { id: order.id, action: 'merge', into }))
  return (
    <Box as="section" className={styles.card}>
      <Box as="h2" className={styles.heading}>
        相似的单
      </Box>
      <Box as="ul" className={styles.similar}>
        {orders.map((other) => (
          <Box as="li" key={other.id} className={styles.similarOne}>
            <Link to="order" query={{ id: other.id, as: 'staff' }} className={styles.similarLink}>
              <Box className={styles.subject}>
                <Box as="h3" className={styles.title}>
                  {other.title}
                </Box>
                <StatusBadge status={other.status} audience="staff" />
              </Box>
              <Box as="p" className={styles.quiet}>
                {tellWhere(other, now)}
              </Box>
            </Link>
            {mayMerge && mergeable.includes(other.status) && (
              <Button size="small" label={`并到这一单：${other.title}`} onPress={() => merge(other.id)}>
                并到这一单
              </Button>
            )}
          </Box>
        ))}
      </Box>
    </Box>
  )
}

const tellWhere = ({ communityName, place, placedAt, no }: OrderSummary, now: Date): string =>
  [communityName, place, sayAge(new Date(placedAt), now), no].filter(Boolean).join(' · ')
