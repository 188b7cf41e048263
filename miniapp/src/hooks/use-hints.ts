import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer, RouteName } from '@xinban/shared/contracts'
import { call, type CallOptions } from '@/platform/request'
import { useReturn } from './use-return'
import { useSession } from './use-session'
import { useSettled } from './use-settled'

const restMs = 500

export interface Hints<Data> {
  /** What to show; the last answer stays until the next one comes. */
  shown: Data | undefined
  /** A newer answer that would have moved what the person is at; `reveal` shows it. */
  waiting: Data | undefined
  reveal: () => void
  /** After something that changes the answer. */
  askAgain: () => void
}

interface HintRules<Data> {
  /** Whether something may appear now without moving what the person is at. */
  mayMove: () => Promise<boolean>
  /** What takes space on the page: an answer of the same shape goes in the place of the one before. */
  shapeOf: (data: Data) => string
}

/**
 * Help while someone types: asks when they rest, drops answers that come too late, and stays silent when it fails.
 * Asks again on every return to the page. @param options null asks nothing and shows nothing
 */
export function useHints<Name extends RouteName>(
  name: Name,
  options: CallOptions<Name> | null,
  rules: HintRules<Answer<Name>>,
): Hints<Answer<Name>> {
  const personId = useSession()?.person.id
  const question = useSettled(options && JSON.stringify([personId, name, options]), restMs)
  const [round, setRound] = useState(0)
  const [state, setState] = useState<{ shown?: Answer<Name>; waiting?: Answer<Name> }>({})
  const latestRules = useRef(rules)
  useEffect(() => {
    latestRules.current = rules
  })

  const take = useCallback((data: Answer<Name> | undefined, isFree: boolean) => {
    const { shapeOf } = latestRules.current
    setState(({ shown }) => {
      const isSameShape = (data && shapeOf(data)) === (shown && shapeOf(shown))
      if (isSameShape || isFree) return data === undefined ? {} : { shown: data }
      return { ...(shown !== undefined && { shown }), ...(data !== undefined && { waiting: data }) }
    })
  }, [])

  useEffect(() => {
    if (question === null) return
    let isLeft = false
    const [, asked, what] = JSON.parse(question) as [string | undefined, Name, CallOptions<Name>]
    const settle = async (data: Answer<Name> | undefined) => {
      const isFree = await latestRules.current.mayMove()
      if (!isLeft) take(data, isFree)
    }
    call(asked, what)
      .then(settle, () => settle(undefined))
      .catch(() => undefined)
    return () => {
      isLeft = true
    }
  }, [question, round, take])
  const askAgain = () => setRound((last) => last + 1)
  useReturn(askAgain)

  const isAsking = question !== null
  return {
    shown: isAsking ? state.shown : undefined,
    waiting: isAsking ? state.waiting : undefined,
    askAgain,
    reveal: () => setState(({ shown, waiting }) => ({ shown: waiting ?? shown })),
  }
}
