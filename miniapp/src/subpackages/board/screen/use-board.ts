import { useEffect, useState } from 'react'
import type { Board } from '@xinban/shared/contracts'
import { useRemote } from '@/hooks/use-remote'
import type { ApiProblem } from '@/platform/problem'
import { call } from '@/platform/request'
import { openEvents } from '@/platform/event-source'
import { keep, readKept } from '@/platform/storage'
import { LiveBoard, type LiveState } from '../live/live-board'

export interface ShownBoard {
  board: Board | undefined
  problem: ApiProblem | undefined
  isLoading: boolean
  /** `away`: what is shown is the last that is known. */
  state: LiveState | 'asked'
  reload: () => void
}

const keyOf = (orgCode: string) => `board.${orgCode}`

/** The board of an org: asked for once, then followed; the last one stays when all fails. */
export function useBoard(orgCode: string | undefined): ShownBoard {
  const asked = useRemote('board.show', orgCode === undefined ? null : { params: { orgCode }, query: {} })
  const [live, setLive] = useState<Board>()
  const [state, setState] = useState<ShownBoard['state']>('asked')
  const newest = newer(asked.data, live?.org.code === orgCode ? live : undefined)
  const [kept] = useState(() => (orgCode === undefined ? undefined : readKept<Board>(keyOf(orgCode))))
  const last = kept?.org.code === orgCode ? kept : undefined
  const isAway = asked.problem !== undefined && newest === undefined

  useEffect(() => {
    if (orgCode === undefined) return
    const open = openEvents
    const following = new LiveBoard<Board>({
      open: open && (() => open(`/board/${orgCode}/stream`)),
      ask: () => call('board.show', { params: { orgCode }, query: {} }),
      onBoard: setLive,
      onState: setState,
    })
    following.start()
    return () => following.stop()
  }, [orgCode])

  useEffect(() => {
    if (newest) keep(keyOf(newest.org.code), newest)
  }, [newest])

  return {
    board: newest ?? (isAway ? last : undefined),
    problem: isAway && last ? undefined : asked.problem,
    isLoading: asked.isLoading && newest === undefined,
    state: isAway && last ? 'away' : state,
    reload: asked.reload,
  }
}

/** Times of one form and zone compare as strings. Of two that are the same the first, so that nothing is drawn twice. */
function newer(one: Board | undefined, other: Board | undefined): Board | undefined {
  if (!one || !other) return one ?? other
  return one.asOf >= other.asOf ? one : other
}
