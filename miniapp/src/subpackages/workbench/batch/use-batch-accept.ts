import { useRef, useState } from 'react'
import type { Order, OrderSummary } from '@xinban/shared/contracts'
import { leadToSignIn } from '@/platform/answer'
import { createIntent, type Intent } from '@/platform/intent'
import { asProblem } from '@/platform/problem'
import { call } from '@/platform/request'
import { whyNotAccepted } from '../tell-refusal'

interface Refused {
  order: OrderSummary
  why: string
  /** No decision came: it may go through when it is sent again. */
  isUndecided: boolean
}

export interface BatchOutcome {
  accepted: readonly Order[]
  refused: readonly Refused[]
}

export interface Batch {
  /** How many are through, of how many; undefined while none is under way. */
  progress: { done: number; total: number } | undefined
  outcome: BatchOutcome | undefined
  run: (orders: readonly OrderSummary[]) => Promise<BatchOutcome | undefined>
  clear: () => void
}

/** Accepts orders one by one, each with the version that was seen and a key of its own: what fails stops no other. */
export function useBatchAccept(): Batch {
  const [progress, setProgress] = useState<Batch['progress']>()
  const [outcome, setOutcome] = useState<BatchOutcome>()
  const intents = useRef(new Map<string, Intent>())
  const isUnderWay = useRef(false)

  function intentOf(id: string): Intent {
    const intent = intents.current.get(id) ?? createIntent()
    intents.current.set(id, intent)
    return intent
  }

  async function acceptOne(order: OrderSummary): Promise<Order | Refused> {
    const options = { params: { id: order.id }, body: {}, version: order.version }
    const intent = intentOf(order.id)
    try {
      const accepted = await call('orders.accept', { ...options, idempotencyKey: intent.keyFor(options) })
      intent.settle()
      return accepted
    } catch (thrown) {
      const problem = asProblem(thrown)
      leadToSignIn(problem)
      if (!problem.isUndecided) intent.settle()
      return { order, why: whyNotAccepted(problem), isUndecided: problem.isUndecided }
    }
  }

  async function run(orders: readonly OrderSummary[]): Promise<BatchOutcome | undefined> {
    if (isUnderWay.current || orders.length === 0) return undefined
    isUnderWay.current = true
    setOutcome(undefined)
    const accepted: Order[] = []
    const refused: Refused[] = []
    for (const [done, order] of orders.entries()) {
      setProgress({ done, total: orders.length })
      const answer = await acceptOne(order)
      if ('why' in answer) refused.push(answer)
      else accepted.push(answer)
    }
    isUnderWay.current = false
    setProgress(undefined)
    const all = { accepted, refused }
    setOutcome(all)
    return all
  }

  return { progress, outcome, run, clear: () => setOutcome(undefined) }
}
