import { useCallback, useEffect, useState } from 'react'
import type { Answer, RouteName } from '@xinban/shared/contracts'
import { asProblem, type ApiProblem } from '@/platform/problem'
import { call, type CallOptions } from '@/platform/request'
import { useReturn } from './use-return'
import { useSession } from './use-session'

export interface Remote<Data> {
  /** The last answer; kept while it is being asked for again. */
  data: Data | undefined
  problem: ApiProblem | undefined
  isLoading: boolean
  reload: () => void
}

/**
 * Asks an endpoint when the page opens, when the question or the person changes, and on every return to the page.
 * @param options null asks nothing
 */
export function useRemote<Name extends RouteName>(name: Name, options: CallOptions<Name> | null): Remote<Answer<Name>> {
  const token = useSession()?.token
  const question = options && JSON.stringify([token, name, options])
  const [round, setRound] = useState(0)
  const [state, setState] = useState<{ question: string; data?: Answer<Name>; problem?: ApiProblem }>()

  useEffect(() => {
    if (question === null) return
    let isLeft = false
    const [, asked, what] = JSON.parse(question) as [string | undefined, Name, CallOptions<Name>]
    call(asked, what).then(
      (data) => {
        if (!isLeft) setState({ question, data })
      },
      (thrown: unknown) => {
        if (!isLeft)
          setState((before) => ({ ...(before?.question === question && before), question, problem: asProblem(thrown) }))
      },
    )
    return () => {
      isLeft = true
    }
  }, [question, round])

  const reload = useCallback(() => setRound((last) => last + 1), [])
  useReturn(reload)

  const current = state?.question === question ? state : undefined
  return {
    data: current?.data,
    problem: current?.problem,
    isLoading: question !== null && current === undefined,
    reload,
  }
}
