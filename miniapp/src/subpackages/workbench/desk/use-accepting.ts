import { useState } from 'react'
import type { OrderSummary } from '@xinban/shared/contracts'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import { mayAccept } from '../batch/may-accept'
import { useBatchAccept, type Batch } from '../batch/use-batch-accept'
import { tellRefusal } from '../tell-refusal'
import type { CurrentRow } from './use-current-row'
import type { DeskList } from './use-desk-list'

export interface Accepting {
  batch: Batch
  /** Ids of the rows that are ticked. */
  chosen: ReadonlySet<string>
  /** Those of them that can still be accepted. */
  chosenOrders: readonly OrderSummary[]
  /** Why the last one was not accepted. */
  refusal: string | undefined
  clearRefusal: () => void
  choose: (ids: readonly string[], isChosen: boolean) => void
  chooseNone: () => void
  accept: (order: OrderSummary) => Promise<void>
  acceptAll: (orders: readonly OrderSummary[]) => Promise<void>
}

/** Accepting at the desk: one by its key, or all that are ticked. The current row goes on to the next. */
export function useAccepting(list: DeskList, row: CurrentRow): Accepting {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [refusal, setRefusal] = useState<string>()
  const [accepting, setAccepting] = useState<OrderSummary>()
  const batch = useBatchAccept()
  const one = useAct('orders.accept', (problem) => {
    if (accepting) setRefusal(tellRefusal(problem, accepting.title))
    void list.refresh()
  })

  function choose(ids: readonly string[], isChosen: boolean) {
    setChosen((before) => {
      const next = new Set(before)
      for (const id of ids) {
        if (isChosen) next.add(id)
        else next.delete(id)
      }
      return next
    })
  }

  async function accept(order: OrderSummary) {
    if (!mayAccept(order)) return say('这一单现在不能接')
    setAccepting(order)
    const accepted = await one.act({ params: { id: order.id }, body: {}, version: order.version })
    if (!accepted) return
    choose([accepted.id], false)
    setRefusal(undefined)
    row.moveTo(list.settle([accepted]))
    say(`已接单：${accepted.title}`)
  }

  async function acceptAll(orders: readonly OrderSummary[]) {
    const outcome = await batch.run(orders)
    if (!outcome) return
    setRefusal(undefined)
    row.moveTo(list.settle(outcome.accepted))
    setChosen(new Set(outcome.refused.filter(({ isUndecided }) => isUndecided).map(({ order }) => order.id)))
    if (outcome.refused.some(({ isUndecided }) => !isUndecided)) await list.refresh()
  }

  return {
    ...{ batch, chosen, refusal, choose, accept, acceptAll },
    chosenOrders: list.orders.items.filter((order) => chosen.has(order.id) && mayAccept(order)),
    clearRefusal: () => setRefusal(undefined),
    chooseNone: () => setChosen(new Set()),
  }
}
