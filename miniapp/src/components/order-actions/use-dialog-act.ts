import type { Sent } from '@xinban/shared/contracts'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import type { ApiProblem } from '@/platform/problem'
import type { CallOptions } from '@/platform/request'
import type { OrderDialogProps } from './order-dialog.types'

type DialogRoute = 'orders.withdraw' | 'orders.approve' | 'orders.unmerge' | 'orders.claim' | 'orders.join'

interface DialogAct<Name extends DialogRoute> {
  send: (body: Sent<Name, 'body'>) => Promise<void>
  isBusy: boolean
  problem: ApiProblem | undefined
}

/** Takes the action that a dialog asked about; closes it, and says so, only when it went through. */
export function useDialogAct<Name extends DialogRoute>(
  name: Name,
  { order, onClose, onDone }: OrderDialogProps,
  doneWords: string,
): DialogAct<Name> {
  const { act, isBusy, problem } = useAct(name)
  return {
    send: async (body) => {
      const options: object = { params: { id: order.id }, body, version: order.version }
      // Every action on an order takes these three; TypeScript cannot see that through the route's name.
      const done = await act(options as CallOptions<Name>)
      if (!done) return
      onClose()
      onDone(done)
      say(doneWords)
    },
    isBusy,
    problem,
  }
}
