import type { OrderSummary } from '@xinban/shared/contracts'
import { Button } from '@/components/button/button'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import { tellRefusal } from '../tell-refusal'

interface AcceptButtonProps {
  order: OrderSummary
  /** Done (undefined), or refused with words to show. The list has to be fetched anew either way. */
  onSettled: (refusal: string | undefined) => void
}

/** One tap takes the order. */
export function AcceptButton({ order, onSettled }: AcceptButtonProps) {
  const accept = useAct('orders.accept', (problem) => onSettled(tellRefusal(problem, order.title)))

  async function take() {
    const accepted = await accept.act({ params: { id: order.id }, body: {}, version: order.version })
    if (!accepted) return
    say('已接单')
    onSettled(undefined)
  }

  return (
    <Button
      kind="primary"
      size="small"
      label={`接单：${order.title}`}
      isBusy={accept.isBusy}
      onPress={() => void take()}
    >
      接单
    </Button>
  )
}
