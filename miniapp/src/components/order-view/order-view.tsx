import type { Order } from '@xinban/shared/contracts'
import { statusWords } from '@xinban/shared/domain'
import { useMembership } from '@/hooks/use-session'
import { useIsPrinted } from '@/platform/print'
import type { Audience } from '@/words/event-story'
import { callsDepartments } from '@/words/desk-entries'
import { tellOwner, tellStaff } from '@/words/order-story'
import { BadReviewCard } from '../bad-review/bad-review'
import { Box } from '../box/box'
import { Cell, List } from '../cell/cell'
import { OrderClocks } from '../order-due/order-clocks'
import { OrderContactCard } from './order-contact'
import { OrderFacts } from './order-facts'
import { OrderHead } from './order-head'
import { OrderHistory } from './order-history'
import { OrderVerdict } from './order-verdict'
import { OrderVolunteers } from './order-volunteers'
import { OrderWhistles } from './order-whistles'
import { PrintButton } from './print-button'
import { SimilarOrders, type MergeInto } from './similar-orders'
import styles from './order-view.module.scss'

/** Reckoned from here, every time is said with its year: 昨天 means nothing on paper. */
const longAgo = new Date(0)

interface OrderViewProps {
  order: Order
  audience: Audience
  now: Date
  /** Asks for the order again. */
  onStale: () => void
  onMerge?: MergeInto
}

/** An order to its parties. */
export function OrderView({ order, audience, now, onStale, onMerge }: OrderViewProps) {
  const isStaff = audience === 'staff'
  const membership = useMembership()
  const isPrinted = useIsPrinted()
  const reckonedFrom = isPrinted ? longAgo : now
  return (
    <>
      {isStaff && <PrintButton />}
      <OrderHead
        order={order}
        story={isStaff ? tellStaff(order) : tellOwner(order, now)}
        audience={audience}
        now={now}
      />
      {isStaff && order.mergedInto && <GoesOn into={order.mergedInto} />}
      {isStaff && <OrderContactCard key={order.id} order={order} />}
      <BadReviewCard order={order} audience={audience} now={now} reckonedFrom={reckonedFrom} />
      <OrderVerdict order={order} audience={audience} now={reckonedFrom} />
      <OrderHistory order={order} audience={audience} now={reckonedFrom} isUnfolded={isPrinted} onStale={onStale} />
      <OrderClocks
        clocks={order.clocks}
        audience={audience}
        now={now}
        reckonedFrom={reckonedFrom}
        isUnfolded={isPrinted}
      />
      <OrderFacts order={order} now={reckonedFrom} isContactAbove={isStaff && order.contactAccess !== 'none'} />
      {isStaff && !isPrinted && membership && callsDepartments(membership.role) && <OrderWhistles order={order} />}
      {isStaff && !isPrinted && <OrderVolunteers order={order} now={now} />}
      {isOnWall(order) && !isPrinted && <ToWall order={order} />}
      {order.mayProposeExclusion && isStaff && !isPrinted && <ToExclusions orderId={order.id} />}
      {isStaff && !isPrinted && <SimilarOrders order={order} now={now} onMerge={onMerge} />}
    </>
  )
}

const isOnWall = ({ wish }: Order): boolean =>
  wish !== null && (wish.state === 'open' || wish.state === 'claimed' || wish.state === 'done')

/** To how everyone reads of it, its poster, and the word of thanks. */
function ToWall({ order: { id, mayThank } }: { order: Order }) {
  const [label, detail] = mayThank
    ? ['写句感谢的话', '写给帮忙的单位，街道看过后转给他们']
    : ['在心愿墙上的样子', '只有标题、类别和社区，可以做成海报']
  return (
    <Box className={styles.links}>
      <List>
        <Cell label={label} detail={detail} to="wish" query={{ id }} />
      </List>
    </Box>
  )
}

/** To where what should not count is taken out of the scores, with a reason and by two persons. */
function ToExclusions({ orderId }: { orderId: string }) {
  return (
    <Box className={styles.links}>
      <List>
        <Cell label="申请剔除" detail="不该算进得分的，两个人定" to="exclusions" query={{ orderId }} />
      </List>
    </Box>
  )
}

/** To the order that goes on. Its owner has no right to see more of it than its status. */
function GoesOn({ into }: { into: NonNullable<Order['mergedInto']> }) {
  return (
    <Box className={styles.links}>
      <List>
        <Cell
          label={`看 ${into.no}`}
          detail="并入的那一单"
          value={statusWords[into.status]}
          to="order"
          query={{ id: into.id, as: 'staff' }}
        />
      </List>
    </Box>
  )
}
