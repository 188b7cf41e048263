import { createContext, useContext } from 'react'
import type { Order, Sent } from '@xinban/shared/contracts'
import type { OrderAction } from '@xinban/shared/domain'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import { goBack } from '@/platform/navigation'
import type { ApiProblem } from '@/platform/problem'
import type { CallOptions } from '@/platform/request'

/** What time does by itself has no endpoint. */
type ActionRoute = `orders.${Exclude<OrderAction, 'lapse'>}`

interface OrderAct<Name extends ActionRoute> {
  /** @returns whether it went through */
  send: (body: Sent<Name, 'body'>) => Promise<boolean>
  isBusy: boolean
  problem: ApiProblem | undefined
  /** What is wrong with a field of the body. */
  errorOf: (path: string) => string | undefined
}

/** Where a form leads when its action went through: back to the order, unless it stands beside it. */
export const AfterAct = createContext<(order: Order) => void>(goBack)

/** Asks for the order again after somebody was faster; what was typed stays in the form. */
export const StaleOrder = createContext<() => void>(() => undefined)
export const useStaleOrder = (): (() => void) => useContext(StaleOrder)

/** Whether the order is no more what the form was opened on. */
const isOvertaken = ({ status }: ApiProblem): boolean => status === 409 || status === 412

/** Takes an action on the order that was shown, says so, and leads on. */
export function useOrderAct<Name extends ActionRoute>(
  name: Name,
  order: Order,
  done: string,
  onProblem?: (problem: ApiProblem) => void,
): OrderAct<Name> {
  const refresh = useStaleOrder()
  const { act, isBusy, problem } = useAct(name, (failed) => {
    onProblem?.(failed)
    if (isOvertaken(failed)) refresh()
  })
  const leadOn = useContext(AfterAct)
  return {
    send: async (body) => {
      const options: object = { params: { id: order.id }, body, version: order.version }
      // Every action on an order takes these three; TypeScript cannot see that through the route's name.
      const answer = await act(options as CallOptions<Name>)
      if (!answer) return false
      say(done)
      leadOn(answer)
      return true
    },
    isBusy,
    problem,
    errorOf: (path) => problem?.fields[path],
  }
}
