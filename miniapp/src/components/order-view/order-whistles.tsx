import type { Order } from '@xinban/shared/contracts'
import { whistleStatusWords } from '@xinban/shared/domain'
import { useRemote } from '@/hooks/use-remote'
import { Box } from '../box/box'
import { Cell, List } from '../cell/cell'
import { ErrorState } from '../states/states'
import styles from './order-view.module.scss'

/** What departments were called for because of this order, and for its street the way to call them. */
export function OrderWhistles({ order }: { order: Order }) {
  const { data, problem, reload } = useRemote('whistles.of-order', { params: { id: order.id } })
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : null
  if (data.items.length === 0 && data.allowedActions.length === 0) return null
  return (
    <Box className={styles.links}>
      <List label="吹哨">
        {data.items.map(({ id, title, status }) => (
          <Cell
            key={id}
            label={title}
            detail="因这个单吹的哨"
            value={whistleStatusWords[status]}
            to="whistle"
            query={{ id }}
          />
        ))}
        {data.allowedActions.includes('blow') && (
          <Cell
            label="吹哨，请部门到场"
            detail="社区办不了的，请部门来一起办"
            to="blow-whistle"
            query={{ orderId: order.id }}
          />
        )}
      </List>
    </Box>
  )
}
