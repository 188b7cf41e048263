import type { Order } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Cell, List } from '@/components/cell/cell'
import { OrderActions } from '@/components/order-actions/order-actions'
import { Page } from '@/components/page/page'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useShownOrder } from '@/hooks/use-shown-order'
import { useSession } from '@/hooks/use-session'
import { open, usePageQuery } from '@/platform/navigation'
import { useShared } from '@/platform/share'
import { ThanksForm } from '../thanks-form'
import { tellCategory, tellTask, tellWish } from '../wish-words'
import styles from '../wishes.module.scss'

/** One wish as everyone may read it; whoever may claim it does so here. */
export default function Wish() {
  const { id } = usePageQuery()
  const { order, problem, isLoading, reload, onDone } = useShownOrder(id)
  const title = order?.wish?.title ?? '一个心愿'
  useShared(`心愿：${title}`, 'wish', { id })
  const isMine = order !== undefined && order.events.length > 0
  const offered = (order?.allowedActions ?? []).filter((action) => action === 'claim' || action === 'join')
  const mayClaim = offered.length > 0

  return (
    <Page
      title="心愿"
      isRefreshable
      footer={
        order && mayClaim && !isMine ? (
          <OrderActions
            order={{ ...order, allowedActions: offered }}
            audience="staff"
            onDone={onDone}
            onStale={reload}
          />
        ) : undefined
      }
    >
      {!id && <Empty title="没有说是哪个心愿" detail="请从心愿墙里打开" />}
      {isLoading && <Skeleton />}
      {problem && !order && <ErrorState problem={problem} onRetry={reload} />}
      {order && <WishView order={order} isMine={isMine} />}
    </Page>
  )
}

function WishView({ order, isMine }: { order: Order; isMine: boolean }) {
  const session = useSession()
  const isStaff = !order.isOwn && (session?.memberships.length ?? 0) > 0
  return (
    <>
      <Box as="section" className={styles.card}>
        <Box as="h2" className={styles.title}>
          {order.wish?.title ?? order.title}
        </Box>
        <Box as="p" className={styles.state} role="status">
          {tellWish(order)}
        </Box>
        <Box as="p" className={styles.quiet}>
          {[tellTask(order), tellCategory(order), order.communityName].filter(Boolean).join(' · ')}
        </Box>
      </Box>
      {isMine && (
        <List>
          <Cell
            label="这个心愿和你有关"
            detail={isStaff ? '看联系方式和办理进度' : '看办到哪一步了'}
            to="order"
            query={{ id: order.id, ...(isStaff && { as: 'staff' }) }}
          />
        </List>
      )}
      {order.mayThank && order.handler && <ThanksForm orderId={order.id} unitName={order.handler.name} />}
      <Box as="p" className={styles.quiet}>
        公开的只有标题、类别、社区和办到哪一步。是谁的心愿、住在哪里，都不公开。想帮忙的单位和志愿队，可以请街道登记后来认领。
      </Box>
      <Box className={styles.actions}>
        <Button size="small" onPress={() => open('wish-poster', { id: order.id })}>
          做成海报
        </Button>
        <Button size="small" onPress={() => open('wishes')}>
          看看别的心愿
        </Button>
      </Box>
    </>
  )
}
