import type { Order } from '@xinban/shared/contracts'
import { Button } from '@/components/button/button'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import { buttonWord } from '@/words/actions'
import { secondStateOf } from './public-form'

interface SecondActionProps {
  order: Order
  onDone: (order: Order) => void
  onStale: () => void
}

/** Says by one tap that one needs the same. */
export function SecondAction({ order, onDone, onStale }: SecondActionProps) {
  const second = useAct('orders.second', onStale)
  const isOpen = secondStateOf(order) === 'open'

  async function secondNow() {
    const seconded = await second.act({ params: { id: order.id }, body: {} })
    if (!seconded) return
    onDone(seconded)
    say('谢谢，已附议')
  }

  return (
    <>
      <ProblemNote problem={second.problem} />
      <Button kind="primary" isDisabled={!isOpen} isBusy={second.isBusy} onPress={() => void secondNow()}>
        {isOpen ? buttonWord('second', 'owner') : '你已附议，谢谢'}
      </Button>
    </>
  )
}
