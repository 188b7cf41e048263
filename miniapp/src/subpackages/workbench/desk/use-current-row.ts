import { useEffect, useRef, useState } from 'react'
import type { OrderSummary } from '@xinban/shared/contracts'
import type { OrderPages } from '@/hooks/use-pages'
import { focusField } from '@/platform/focus'
import { searchId } from './desk-filters'
import { paneId } from './order-pane'
import { rowId } from './order-table'

export interface CurrentRow {
  /** The row at which the keys are. */
  order: OrderSummary | undefined
  /** Makes a row the current one; the focus stays where it is. */
  mark: (order: OrderSummary | undefined) => void
  /** Goes to a row with the focus. */
  moveTo: (order: OrderSummary | undefined) => void
  /** Goes up or down; below the last row more are fetched. */
  move: (step: 1 | -1) => void
  /** Once the list is drawn anew the focus goes back to the current row, or to the search where there is none. */
  focusAfterwards: () => void
  /** The same for the order that opens beside the list. */
  focusPane: () => void
}

/** Where the keys are in the list, and where the focus goes when a row that had it leaves. */
export function useCurrentRow(orders: OrderPages, openId: string | undefined): CurrentRow {
  const [movedTo, setMovedTo] = useState<string>()
  const order = orders.items.find(({ id }) => id === (movedTo ?? openId)) ?? orders.items[0]

  const focusNext = useRef<string>()
  useEffect(() => {
    if (focusNext.current === undefined) return
    focusField(focusNext.current)
    focusNext.current = undefined
  })

  const mark = (next: OrderSummary | undefined) => setMovedTo(next?.id)

  function moveTo(next: OrderSummary | undefined) {
    if (!next) return
    mark(next)
    focusNext.current = rowId(next.id)
  }

  function move(step: 1 | -1) {
    const at = orders.items.findIndex(({ id }) => id === order?.id)
    const isHere = document.activeElement?.id === (order && rowId(order.id))
    // The first press only says where one is.
    const next = orders.items[isHere ? at + step : at]
    if (!next && step === 1) orders.loadMore()
    moveTo(next)
  }

  return {
    order,
    mark,
    moveTo,
    move,
    focusAfterwards: () => {
      focusNext.current = order ? rowId(order.id) : searchId
    },
    focusPane: () => {
      focusNext.current = paneId
    },
  }
}
