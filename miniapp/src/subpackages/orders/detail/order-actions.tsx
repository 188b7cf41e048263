import { useState } from 'react'
import type { Order } from '@xinban/shared/contracts'
import type { OrderAction } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import { open } from '@/platform/navigation'
import { buttonWords, orderActionsForScreen } from '@/words/actions'
import { WithdrawDialog } from './withdraw-dialog'
import styles from './index.module.scss'

interface OrderActionsProps {
  order: Order
  onDone: (order: Order) => void
  /** Somebody else changed it meanwhile. */
  onStale: () => void
}

/** Buttons for what the server allows this person now, and for nothing else. */
export function OrderActions({ order, onDone, onStale }: OrderActionsProps) {
  const [isMoreOpen, setMoreOpen] = useState(false)
  const [isWithdrawing, setWithdrawing] = useState(false)
  const accept = useAct('orders.accept', onStale)
  const [first, ...others] = orderActionsForScreen(order.allowedActions, order.status)

  async function acceptNow() {
    const accepted = await accept.act({ params: { id: order.id }, body: {}, version: order.version })
    if (!accepted) return
    onDone(accepted)
    say('已接单')
  }

  function begin(action: OrderAction) {
    if (action === 'accept') void acceptNow()
    else if (action === 'withdraw') setWithdrawing(true)
    else if (action === 'rate') open('rate', { id: order.id })
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
              {buttonWords[action]}
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
          {buttonWords[first]}
        </Button>
      </Box>
      <WithdrawDialog order={order} isOpen={isWithdrawing} onClose={() => setWithdrawing(false)} onDone={onDone} />
    </>
  )
}
