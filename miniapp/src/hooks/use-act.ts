import { useRef, useState } from 'react'
import type { Answer, RouteName } from '@xinban/shared/contracts'
import { leadToSignIn } from '@/platform/answer'
import { createIntent } from '@/platform/intent'
import { asProblem, type ApiProblem } from '@/platform/problem'
import { call, type CallOptions } from '@/platform/request'

export interface Act<Name extends RouteName> {
  /** @returns the answer, or undefined when it failed (then `problem` says why, or signing in comes first) or one is under way */
  act: (options: CallOptions<Name>) => Promise<Answer<Name> | undefined>
  isBusy: boolean
  problem: ApiProblem | undefined
}

/** Something a person does: once at a time, and once in all however often it is retried. */
export function useAct<Name extends RouteName>(name: Name, onProblem?: (problem: ApiProblem) => void): Act<Name> {
  const [intent] = useState(createIntent)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const isUnderWay = useRef(false)

  async function act(options: CallOptions<Name>): Promise<Answer<Name> | undefined> {
    if (isUnderWay.current) return undefined
    isUnderWay.current = true
    setBusy(true)
    setProblem(undefined)
    try {
      const answer = await call(name, { ...options, idempotencyKey: intent.keyFor([name, options]) })
      intent.settle()
      return answer
    } catch (thrown) {
      const failed = asProblem(thrown)
      if (!failed.isUndecided) intent.settle()
      if (leadToSignIn(failed)) return undefined
      setProblem(failed)
      onProblem?.(failed)
      return undefined
    } finally {
      isUnderWay.current = false
      setBusy(false)
    }
  }

  return { act, isBusy, problem }
}
