import { useState } from 'react'
import type { Order } from '@xinban/shared/contracts'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import type { ApiProblem } from '@/platform/problem'
import { complexReasonField } from './complex-choice'

interface Accept {
  /** Working days of a complex one; null where it cannot be accepted as one. */
  complexDays: number | null
  complexReason: string | undefined
  reasonError: string | undefined
  setComplexReason: (reason: string | undefined) => void
  run: () => Promise<void>
  isBusy: boolean
  problem: ApiProblem | undefined
}

/** Accepting the order that is shown, as a complex one where that was said. */
export function useAccept(order: Order, onDone: (order: Order) => void, onStale: () => void): Accept {
  const [reason, setReason] = useState<string>()
  const [isTried, setTried] = useState(false)
  const { act, isBusy, problem } = useAct('orders.accept', onStale)
  const { complexDays } = order
  const complexReason = complexDays === null ? undefined : reason
  const isMissing = complexReason?.trim() === ''

  async function run() {
    setTried(true)
    if (isMissing) return focusField(complexReasonField)
    const body = complexReason === undefined ? {} : { complex: true, complexReason }
    const accepted = await act({ params: { id: order.id }, body, version: order.version })
    if (!accepted) return
    onDone(accepted)
    say('已接单')
  }

  return {
    ...{ complexDays, complexReason, setComplexReason: setReason, run, isBusy, problem },
    reasonError: isTried && isMissing ? '请写明复杂在哪里，居民能看到' : problem?.fields.complexReason,
  }
}
