import { useState, type ComponentType } from 'react'
import type { Order } from '@xinban/shared/contracts'
import type { OrderAction } from '@xinban/shared/domain'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import { open } from '@/platform/navigation'
import { buttonWord, orderActionsForScreen } from '@/words/actions'
import type { Audience } from '@/words/event-story'
import { Box } from '../box/box'
import { Button } from '../button/button'
import { ProblemNote } from '../states/states'
import { ApproveDialog } from './approve-dialog'
import type { OrderDialogProps } from './order-dialog.types'
import { UnmergeDialog } from './unmerge-dialog'
import { WithdrawDialog } from './withdraw-dialog'
import styles from './order-actions.module.scss'

interface OrderActionsProps {
  order: Order
  audience: Audience
  onDone: (order: Order) => void
  /** Somebody else changed it meanwhile. */
  onStale: () => void
  /** Shows the form of an action beside the order; without it the form has a page of its own. */
  onForm?: (action: OrderAction) => void
}

type AskedAction = 'withdraw' | 'approve' | 'unmerge'
const dialogs: Record<AskedAction, ComponentType<OrderDialogProps>> = {
  withdraw: WithdrawDialog,
  approve: ApproveDialog,
  unmerge: UnmergeDialog,
}
const isAsked = (action: OrderAction): action is AskedAction => action in dialogs

/** Buttons for what the server allows this person now, and for nothing else. */
export function OrderActions({ order, audience, onDone, onStale, onForm }: OrderActionsProps) {
  const [isMoreOpen, setMoreOpen] = useState(false)
  const [asked, setAsked] = useState<AskedAction>()
  const accept = useAct('orders.accept', onStale)
  const [first, ...others] = actionsOf(order)
  const AskDialog = asked && dialogs[asked]

  async function acceptNow() {
    const accepted = await accept.act({ params: { id: order.id }, body: {}, version: order.version })
    if (!accepted) return
    onDone(accepted)
    say('已接单')
  }

  function begin(action: OrderAction) {
    if (action === 'accept') void acceptNow()
    else if (isAsked(action)) setAsked(action)
    else if (action === 'rate') open('rate', { id: order.id, ...(audience === 'staff' && { as: audience }) })
    else if (onForm) onForm(action)
    else open('act', { id: order.id, action })
  }

  if (!first) return null
  return (
    <>
      <ProblemNote problem={accept.problem} />
      {isMoreOpen && (
        <Box className={styles.more}>
          {others.map((action) => (
            <Button key={action} kind={action === 'withdraw' ? 'danger' : 'secondary'} onPress={() => begin(action)}>
              {buttonWord(action, audience)}
            </Button>
          ))}
        </Box>
      )}
      <Box className={styles.buttons}>
        {others.length > 0 && (
          <Button
            size="small"
            isExpanded={isMoreOpen}
            className={styles.moreButton}
            onPress={() => setMoreOpen(!isMoreOpen)}
          >
            更多
          </Button>
        )}
        <Button kind={first === 'withdraw' ? 'danger' : 'primary'} isBusy={accept.isBusy} onPress={() => begin(first)}>
          {buttonWord(first, audience)}
        </Button>
      </Box>
      {AskDialog && <AskDialog order={order} onClose={() => setAsked(undefined)} onDone={onDone} />}
    </>
  )
}

/** Needing the same is said where everyone reads of it, not where the order is worked on. */
export const actionsOf = ({ allowedActions, status }: Order): OrderAction[] =>
  orderActionsForScreen(
    allowedActions.filter((action) => action !== 'second'),
    status,
  )
