import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer, RouteName } from '@xinban/shared/contracts'
import { asProblem, type ApiProblem } from '@/platform/problem'
import { call, type CallOptions } from '@/platform/request'
import { useRefresher, type Refreshed } from './use-refresher'
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
 * Asks an endpoint when the page opens, when the question or the person changes, on every return to the page, and when the person refreshes it.
 * @param options null asks nothing
 */
export function useRemote<Name extends RouteName>(name: Name, options: CallOptions<Name> | null): Remote<Answer<Name>> {
  const personId = useSession()?.person.id
  const question = options && JSON.stringify([personId, name, options])
  const [round, setRound] = useState(0)
  const waiting = useRef<((isFetched: boolean) => void)[]>([])
  const [state, setState] = useState<{ question: string; data?: Answer<Name>; problem?: ApiProblem }>()

  useEffect(() => {
    if (question === null) return
    let isLeft = false
    const [, asked, what] = JSON.parse(question) as [string | undefined, Name, CallOptions<Name>]
    const tellWaiting = (isFetched: boolean) => waiting.current.splice(0).forEach((tell) => tell(isFetched))
    call(asked, what).then(
      (data) => {
        tellWaiting(true)
        if (!isLeft) setState({ question, data })
      },
      (thrown: unknown) => {
        tellWaiting(false)
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
  useRefresher(async (): Promise<Refreshed> => {
    if (question === null) return 'fresh'
    const isFetched = await new Promise<boolean>((tell) => {
      waiting.current.push(tell)
      reload()
    })
    if (isFetched) return 'fresh'
    return current?.data === undefined ? 'told' : 'stale'
  })

  return {
    data: current?.data,
    problem: current?.problem,
    isLoading: question !== null && current === undefined,
    reload,
  }
}
