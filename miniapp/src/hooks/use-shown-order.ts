import { useState } from 'react'
import type { Order } from '@xinban/shared/contracts'
import { useRemote, type Remote } from './use-remote'

interface ShownOrder extends Omit<Remote<Order>, 'data'> {
  order: Order | undefined
  /** Takes over what an action answered. */
  onDone: (answer: Order) => void
}

/** What an action answered, and what had been fetched before it. */
interface Acted {
  order: Order
  over: Order | undefined
}

/** One order, as fetched or as the last action on it answered, whichever is newer. @param id undefined asks nothing */
export function useShownOrder(id: string | undefined): ShownOrder {
  const { data, ...remote } = useRemote('orders.show', id === undefined ? null : { params: { id } })
  const [acted, setActed] = useState<Acted>()
  // A second is no new version, so the answer also stands until the next one is fetched.
  const isActedNewer =
    acted && data && acted.order.id === data.id && (acted.over === data || acted.order.version > data.version)
  return {
    ...remote,
    order: isActedNewer ? acted.order : data,
    onDone: (answer) => setActed({ order: answer, over: data }),
  }
}
