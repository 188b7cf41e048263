import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer, OrderSummary } from '@xinban/shared/contracts'
import { asProblem, type ApiProblem } from '@/platform/problem'
import { call, type CallOptions } from '@/platform/request'
import { useRefresher } from './use-refresher'
import { useReturn } from './use-return'
import { useSession } from './use-session'

/** Lists whose entries have an id of their own. */
type PagedRoute =
  | 'orders.list'
  | 'members.list'
  | 'member-changes.list'
  | 'contact-views.list'
  | 'rating-flags.list'
  | 'ledgers.list'
  | 'ledger-exports.list'
  | 'places.list'
  | 'service-items.manage'
  | 'service-items.offerable'
  | 'notices.list'
  | 'dead-letters.list'
  | 'exclusions.list'
  | 'pledge-lists.list'
  | 'needs.list'
  | 'comments.list'
  | 'activities.list'
  | 'signups.list'
  | 'volunteers.list'
  | 'rewards.list'
  | 'redemptions.list'
  | 'point-entries.list'
  | 'halls.list'
  | 'halls.items'
  | 'bookings.list'
  | 'waitlist.list'
  | 'whistles.list'
  | 'surveys.list'
  | 'surveys.texts'
  | 'wishes.desk'
  | 'units.workbench'
  | 'units.list'
  | 'tasks.list'
  | 'thanks.list'
type Item<Name extends PagedRoute> = Answer<Name>['items'][number]

export interface Pages<Entry> {
  items: readonly Entry[]
  problem: ApiProblem | undefined
  /** Nothing has come yet. */
  isLoading: boolean
  isLoadingMore: boolean
  hasMore: boolean
  loadMore: () => void
  reload: () => Promise<void>
  /** Shows an entry as an action answered it, in its place: nothing is asked for, and nothing jumps. */
  put: (entry: Entry) => void
  /** Takes out an entry that does not belong to this list any more. */
  drop: (id: string) => void
}
export type OrderPages = Pages<OrderSummary>

interface Fetched<Entry> {
  question: string
  items: readonly Entry[]
  nextCursor: string | null
}

/** What a list gives when no number is named. */
const firstPage = 20
/** As many as a list gives at once. */
const mostAtOnce = 100

function append<Entry extends { id: string }>(before: readonly Entry[], more: readonly Entry[]): Entry[] {
  const known = new Set(before.map(({ id }) => id))
  return [...before, ...more.filter(({ id }) => !known.has(id))]
}

/** A list, page by page; null asks nothing. What was loaded is fetched again in place on every return to the page, and when the person refreshes it. */
export function usePages<Name extends PagedRoute>(
  name: Name,
  query: CallOptions<Name>['query'] | null,
  params?: CallOptions<Name>['params'],
): Pages<Item<Name>> {
  const personId = useSession()?.person.id
  const question = query === null ? null : JSON.stringify([personId, name, query, params])
  const [pages, setPages] = useState<Fetched<Item<Name>>>()
  const [failure, setFailure] = useState<{ question: string; problem: ApiProblem }>()
  const [isLoadingMore, setLoadingMore] = useState(false)
  /** The latest question; answers to earlier ones come too late. */
  const latest = useRef<string | null>(null)

  const ask = useCallback(async (what: string, cursor: string | null, atLeast = 0) => {
    latest.current = what
    const [, asked, wanted, inPath] = JSON.parse(what) as [
      ...[string | undefined, Name, { limit?: number } | undefined],
      Record<string, string> | null,
    ]
    try {
      const size = atLeast > (wanted?.limit ?? firstPage) ? { limit: Math.min(atLeast, mostAtOnce) } : {}
      const options: object = {
        ...(inPath && { params: inPath }),
        query: { ...wanted, ...(cursor === null ? {} : { cursor }), ...size },
      }
      // Every list takes a cursor and answers with a page; TypeScript cannot see that through the route's name.
      const answer = await call(asked, options as CallOptions<Name>)
      const { items, nextCursor } = answer as { items: Item<Name>[]; nextCursor: string | null }
      if (latest.current !== what) return true
      setFailure(undefined)
      setPages((before) => {
        if (before?.question !== what) return { question: what, items, nextCursor }
        if (cursor !== null) return { question: what, items: append(before.items, items), nextCursor }
        // Beyond what a list gives at once the rest stays as it was, so that the page does not jump.
        const isRestKept = nextCursor !== null && before.items.length > items.length
        return isRestKept
          ? { ...before, items: append(items, before.items.slice(items.length)) }
          : { question: what, items, nextCursor }
      })
      return true
    } catch (thrown) {
      if (latest.current === what) setFailure({ question: what, problem: asProblem(thrown) })
      return false
    }
  }, [])

  useEffect(() => {
    if (question !== null) void ask(question, null)
  }, [question, ask])

  const current = pages?.question === question ? pages : undefined
  const loaded = current?.items.length ?? 0
  const reload = useCallback(async () => {
    if (question !== null) await ask(question, null, loaded)
  }, [question, ask, loaded])
  useReturn(() => void reload())
  useRefresher(async () => {
    if (question === null || (await ask(question, null, loaded))) return 'fresh'
    return loaded > 0 ? 'stale' : 'told'
  })

  const change = (items: (before: readonly Item<Name>[]) => readonly Item<Name>[]) =>
    setPages((before) => before && { ...before, items: items(before.items) })

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
    put: (entry) => change((items) => items.map((before) => (before.id === entry.id ? entry : before))),
    drop: (id) => change((items) => items.filter((entry) => entry.id !== id)),
  }
}
