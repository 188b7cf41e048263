import { useState } from 'react'
import type { Order, OrderSummary } from '@xinban/shared/contracts'
import { say } from '@/platform/messages'
import { isNarrowed, type DeskState } from './desk-state'
import type { CurrentRow } from './use-current-row'
import { pageSize, type DeskList } from './use-desk-list'

interface GradingOptions {
  state: DeskState
  list: DeskList
  row: CurrentRow
  /** Opens an order in place of the one that stands there, or closes it. */
  onOpen: (orderId: string | undefined) => void
}

export interface Grading {
  /** How many more there are for this member to grade, beside the open one and what they skipped. */
  left: number
  skip: () => void
  /** What comes after an order, asked before the list lets go of it. */
  nextAfter: (id: string) => OrderSummary | undefined
  /** After a grade: opens the next one by itself. */
  goOn: (graded: Order, next: OrderSummary | undefined) => void
}

const mayGrade = ({ allowedActions }: OrderSummary): boolean => allowedActions.includes('grade')

/** From one order that waits for a grade to the next; what was skipped comes back when the desk is opened anew. */
export function useGrading({ state, list, row, onOpen }: GradingOptions): Grading | undefined {
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set())
  const { orders, counts } = list
  const openId = state.orderId
  if (state.view.key !== 'rated' || state.filter.status !== undefined) return undefined

  /** From the top again at the end; undefined when none is left. */
  function nextAfter(id: string) {
    const at = orders.items.findIndex((order) => order.id === id)
    const inTurn = [...orders.items.slice(at + 1), ...orders.items.slice(0, Math.max(at, 0))]
    return inTurn.find((order) => mayGrade(order) && !skipped.has(order.id))
  }

  function open(from: string, next: OrderSummary | undefined) {
    if (orders.hasMore && orders.items.length < pageSize) orders.loadMore()
    if (next && next.id !== from) {
      row.mark(next)
      return onOpen(next.id)
    }
    onOpen(undefined)
    row.focusAfterwards()
    say('能评的都看过了')
  }

  function skip() {
    if (openId === undefined) return
    setSkipped((before) => new Set(before).add(openId))
    open(openId, nextAfter(openId))
  }

  const gradable = orders.items.filter(mayGrade)
  const passed = gradable.filter(({ id }) => id === openId || skipped.has(id)).length
  // The server counts the whole queue; what is narrowed can only be counted as far as it was fetched.
  const all = isNarrowed(state.filter) ? gradable.length : (counts?.mayGrade ?? gradable.length)
  return { left: Math.max(all - passed, 0), skip, nextAfter, goOn: (graded, next) => open(graded.id, next) }
}
