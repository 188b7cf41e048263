import { useState, type ComponentType } from 'react'
import type { Order } from '@xinban/shared/contracts'
import { isOpen, type OrderAction } from '@xinban/shared/domain'
import { useAct } from '@/hooks/use-act'
import { useNow } from '@/hooks/use-now'
import { say } from '@/platform/messages'
import { open } from '@/platform/navigation'
import { useIsWide } from '@/platform/wide'
import { buttonWord, orderActionsForScreen } from '@/words/actions'
import { tellPromise } from '@/words/due-words'
import type { Audience } from '@/words/event-story'
import { Box } from '../box/box'
import { Button } from '../button/button'
import { Phone } from '../phone/phone'
import { Sheet } from '../sheet/sheet'
import { ProblemNote } from '../states/states'
import { ApproveDialog } from './approve-dialog'
import { ComplexChoice } from './complex-choice'
import { ClaimDialog, JoinDialog } from './claim-dialog'
import type { OrderDialogProps } from './order-dialog.types'
import { UnmergeDialog } from './unmerge-dialog'
import { useAccept } from './use-accept'
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

type AskedAction = 'withdraw' | 'approve' | 'unmerge' | 'claim' | 'join'
const dialogs: Record<AskedAction, ComponentType<OrderDialogProps>> = {
  withdraw: WithdrawDialog,
  approve: ApproveDialog,
  unmerge: UnmergeDialog,
  claim: ClaimDialog,
  join: JoinDialog,
}
const isRating = (action: OrderAction): boolean => action === 'rate' || action === 'follow-up-rating'
const isAsked = (action: OrderAction): action is AskedAction => action in dialogs
/** What goes to the wall is approved with words of its own. */
const isForWall = (action: OrderAction, { wish }: Order): boolean => action === 'approve' && wish?.state === 'waiting'

/** What its owner may do without being waited for; never what they most likely want while all goes well. */
const unhurried: readonly OrderAction[] = ['urge', 'dispute', 'withdraw']
/** What is there for the odd case: never drawn as what a person most likely wants, even where nothing else is offered. */
const odd: readonly OrderAction[] = ['dispute', 'merge', 'unmerge', 'unlist']
const kindOf = (action: OrderAction, isFirst: boolean) => {
  if (action === 'withdraw') return 'danger'
  return isFirst && !odd.includes(action) ? 'primary' : 'secondary'
}

/** Buttons for what the server allows this person now, and for nothing else. */
export function OrderActions({ order, audience, onDone, onStale, onForm, isAside }: OrderActionsProps) {
  const [isMoreOpen, setMoreOpen] = useState(false)
  const [asked, setAsked] = useState<AskedAction>()
  const accept = useAccept(order, onDone, onStale)
  const urge = useAct('orders.urge', onStale)
  const now = useNow()
  const call = callOf(order, audience, now)
  const [first, ...behindFirst] = actionsOf(order)
  // Taking it back is never what a person most likely wants.
  const others = call !== null && first ? [first, ...behindFirst] : behindFirst
  const AskDialog = asked && dialogs[asked]
  const isWide = useIsWide()

  async function urgeNow() {
    const urged = await urge.act({ params: { id: order.id }, body: {}, version: order.version })
    if (!urged) return
    onDone(urged)
    say('已催，办这件事的人会收到')
  }

  function begin(action: OrderAction) {
    if (action === 'accept') void accept.run()
    else if (action === 'urge') void urgeNow()
    else if (isAsked(action) && !isForWall(action, order)) setAsked(action)
    else if (action === 'dispute') open('dispute', { id: order.id })
    else if (isRating(action)) open('rate', { id: order.id, ...(audience === 'staff' && { as: audience }) })
    else if (onForm) onForm(action)
    else open('act', { id: order.id, action })
  }

  if (!first && call === null) return null
  return (
    <>
      <ProblemNote problem={accept.problem ?? urge.problem} />
      {first === 'accept' && accept.complexDays !== null && (
        <ComplexChoice
          days={accept.complexDays}
          reason={accept.complexReason}
          error={accept.reasonError}
          onChange={accept.setComplexReason}
        />
      )}
      {isMoreOpen && isWide && (
        <Box className={styles.more}>
          {others.map((action) => (
            <Button
              key={action}
              kind={kindOf(action, false)}
              isBusy={action === 'urge' && urge.isBusy}
              onPress={() => begin(action)}
            >
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
            kind={isAside && first !== 'withdraw' ? 'secondary' : kindOf(first, true)}
            isBusy={accept.isBusy || urge.isBusy}
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
            ...{ key: action, word: buttonWord(action, audience), kind: kindOf(action, false) },
            run: () => begin(action),
          }))}
          onClose={() => setMoreOpen(false)}
        />
      )}
      {AskDialog && <AskDialog order={order} onClose={() => setAsked(undefined)} onDone={onDone} />}
    </>
  )
}

/**
 * The community's number, where asking is all that its owner would do now: it is on its way, and nothing waits for them.
 * Once the promised time has passed, urging comes first.
 */
function callOf(order: Order, audience: Audience, now: Date): string | null {
  const actions = actionsOf(order)
  const waits = actions.some((action) => !unhurried.includes(action))
  const isToUrge = actions.includes('urge') && tellPromise(order, now)?.isBroken === true
  if (audience === 'staff' || waits || isToUrge || !isOpen(order.status)) return null
  return order.community.servicePhone
}

/** Whether the foot of the page has anything to offer. */
export const offersAny = (order: Order, audience: Audience, now: Date): boolean =>
  actionsOf(order).length > 0 || callOf(order, audience, now) !== null

/** Needing the same is said where everyone reads of it, not where the order is worked on. */
const actionsOf = ({ allowedActions, status }: Order): OrderAction[] =>
  orderActionsForScreen(
    allowedActions.filter((action) => action !== 'second'),
    status,
  )
