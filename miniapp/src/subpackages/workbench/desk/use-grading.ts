import { useState } from 'react'
import type { OrderSummary } from '@xinban/shared/contracts'

interface Grading {
  /** The next one to grade after `id`, from the top again at the end; undefined when none is left. */
  nextAfter: (id: string) => OrderSummary | undefined
  skip: (id: string) => void
}

/** Goes from one order that waits for a grade to the next; what was skipped comes back when the desk is opened anew. */
export function useGrading(orders: readonly OrderSummary[]): Grading {
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set())
  return {
    nextAfter(id) {
      const at = orders.findIndex((order) => order.id === id)
      const inTurn = [...orders.slice(at + 1), ...orders.slice(0, Math.max(at, 0))]
      return inTurn.find((order) => order.allowedActions.includes('grade') && !skipped.has(order.id))
    },
    skip: (id) => setSkipped((before) => new Set(before).add(id)),
  }
}
