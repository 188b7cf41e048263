import { useState, type ComponentType } from 'react'
import type { Order } from '@xinban/shared/contracts'
import { isOpen, type OrderAction } from '@xinban/shared/domain'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import { open } from '@/platform/navigation'
import { useIsWide } from '@/platform/wide'
import { buttonWord, orderActionsForScreen } from '@/words/actions'
import type { Audience } from '@/words/event-story'
import { Box } from '../box/box'
import { Button } from '../button/button'
import { Phone } from '../phone/phone'
import { Sheet } from '../sheet/sheet'
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
  /** The primary action of the screen stands elsewhere. */
  isAside?: boolean
}

type AskedAction = 'withdraw' | 'approve' | 'unmerge'
const dialogs: Record<AskedAction, ComponentType<OrderDialogProps>> = {
  withdraw: WithdrawDialog,
  approve: ApproveDialog,
  unmerge: UnmergeDialog,
}
const isAsked = (action: OrderAction): action is AskedAction => action in dialogs

/** Buttons for what the server allows this person now, and for nothing else. */
export function OrderActions({ order, audience, onDone, onStale, onForm, isAside }: OrderActionsProps) {
  const [isMoreOpen, setMoreOpen] = useState(false)
  const [asked, setAsked] = useState<AskedAction>()
  const accept = useAct('orders.accept', onStale)
  const call = callOf(order, audience)
  const [first, ...behindFirst] = actionsOf(order)
  // Taking it back is never what a person most likely wants.
  const others = call !== null && first ? [first, ...behindFirst] : behindFirst
  const AskDialog = asked && dialogs[asked]
  const isWide = useIsWide()
  const kindOf = (action: OrderAction) => (action === 'withdraw' ? 'danger' : 'secondary')

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

  if (!first && call === null) return null
  return (
    <>
      <ProblemNote problem={accept.problem} />
      {isMoreOpen && isWide && (
        <Box className={styles.more}>
          {others.map((action) => (
            <Button key={action} kind={kindOf(action)} onPress={() => begin(action)}>
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
        {call !== null && <Phone number={call} action="给社区打电话" />}
        {call === null && first && (
          <Button
            kind={first === 'withdraw' ? 'danger' : isAside ? 'secondary' : 'primary'}
            isBusy={accept.isBusy}
            onPress={() => begin(first)}
          >
            {buttonWord(first, audience)}
          </Button>
        )}
      </Box>
      {isMoreOpen && !isWide && (
        <Sheet
          title="还可以"
          actions={others.map((action) => ({
            ...{ key: action, word: buttonWord(action, audience), kind: kindOf(action) },
            run: () => begin(action),
          }))}
          onClose={() => setMoreOpen(false)}
        />
      )}
      {AskDialog && <AskDialog order={order} onClose={() => setAsked(undefined)} onDone={onDone} />}
    </>
  )
}

/** The community's number, where asking is all that its owner would do now: it is on its way, and nothing waits for them. */
function callOf(order: Order, audience: Audience): string | null {
  const waits = actionsOf(order).some((action) => action !== 'withdraw')
  if (audience === 'staff' || waits || !isOpen(order.status)) return null
  return order.community.servicePhone
}

/** Whether the foot of the page has anything to offer. */
export const offersAny = (order: Order, audience: Audience): boolean =>
  actionsOf(order).length > 0 || callOf(order, audience) !== null

/** Needing the same is said where everyone reads of it, not where the order is worked on. */
const actionsOf = ({ allowedActions, status }: Order): OrderAction[] =>
  orderActionsForScreen(
    allowedActions.filter((action) => action !== 'second'),
    status,
  )
