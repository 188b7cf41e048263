import { useCallback, useEffect, useRef, useState } from 'react'
import type { OrderSummary } from '@xinban/shared/contracts'
import { asProblem, type ApiProblem } from '@/platform/problem'
import { call, type CallOptions } from '@/platform/request'
import { useReturn } from './use-return'
import { useSession } from './use-session'

type Query = CallOptions<'orders.list'>['query']

export interface OrderPages {
  items: readonly OrderSummary[]
  problem: ApiProblem | undefined
  /** Nothing has come yet. */
  isLoading: boolean
  isLoadingMore: boolean
  hasMore: boolean
  loadMore: () => void
  reload: () => Promise<void>
}

interface Pages {
  question: string
  items: readonly OrderSummary[]
  nextCursor: string | null
}

const append = (before: readonly OrderSummary[], more: readonly OrderSummary[]): OrderSummary[] => {
  const known = new Set(before.map(({ id }) => id))
  return [...before, ...more.filter(({ id }) => !known.has(id))]
}

/** A list of orders, page by page; null asks nothing. It begins again on every return to the page. */
export function useOrderPages(query: Query | null): OrderPages {
  const token = useSession()?.token
  const question = query && JSON.stringify([token, query])
  const [pages, setPages] = useState<Pages>()
  const [failure, setFailure] = useState<{ question: string; problem: ApiProblem }>()
  const [isLoadingMore, setLoadingMore] = useState(false)
  /** The latest question; answers to earlier ones come too late. */
  const latest = useRef<string | null>(null)

  const ask = useCallback(async (what: string, cursor: string | null) => {
    latest.current = what
    const [, asked] = JSON.parse(what) as [string | undefined, Query]
    try {
      const answer = await call('orders.list', { query: { ...asked, ...(cursor === null ? {} : { cursor }) } })
      if (latest.current !== what) return
      setFailure(undefined)
      setPages((before) => ({
        question: what,
        items: cursor === null || !before ? answer.items : append(before.items, answer.items),
        nextCursor: answer.nextCursor,
      }))
    } catch (thrown) {
      if (latest.current === what) setFailure({ question: what, problem: asProblem(thrown) })
    }
  }, [])

  useEffect(() => {
    if (question !== null) void ask(question, null)
  }, [question, ask])

  const reload = useCallback(async () => {
    if (question !== null) await ask(question, null)
  }, [question, ask])
  useReturn(() => void reload())

  const current = pages?.question === question ? pages : undefined
  const problem = failure?.question === question ? failure?.problem : undefined
  const nextCursor = current?.nextCursor ?? null
  return {
    items: current?.items ?? [],
    problem,
    isLoading: question !== null && current === undefined && problem === undefined,
    isLoadingMore,
    hasMore: nextCursor !== null,
    loadMore: () => {
      if (question === null || nextCursor === null || isLoadingMore) return
      setLoadingMore(true)
      void ask(question, nextCursor).finally(() => setLoadingMore(false))
    },
    reload,
  }
}
