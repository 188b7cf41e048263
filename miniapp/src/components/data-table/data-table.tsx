import { useRef, useState, type KeyboardEvent } from 'react'
import { DataRow } from './data-row'
import type { DataTableProps } from './data-table.types'
import { ColumnHead, SelectionHead } from './table-head'
import { useHeadBelowHeader } from './use-head-below-header'
import styles from './data-table.module.scss'

const linkMark = 'a[data-row]'

/** Where an arrow, Home or End leads from a row; undefined for every other key. */
function targetOf(key: string, at: number, count: number): number | undefined {
  const targets: Partial<Record<string, number>> = {
    ArrowDown: Math.min(at + 1, count - 1),
    ArrowUp: Math.max(at - 1, 0),
    Home: 0,
    End: count - 1,
  }
  return targets[key]
}

/**
 * Rows of one line each, for a desk: a head that stays in sight, one link a row, one stop for the Tab key, and the
 * arrows from row to row. Its waiting, failure and emptiness stand around it, in PagedFrame.
 */
export function DataTable<Row extends { id: string }>(props: DataTableProps<Row>) {
  const { label, rows, before = [], columns, selection, className, isInBox } = props
  const [reachedId, setReached] = useState<string>()
  const table = useRef<HTMLTableElement>(null)
  useHeadBelowHeader(table, !isInBox)
  const isHeard = props.currentId === undefined
  const reached = rows.find(({ id }) => id === (props.currentId ?? reachedId)) ?? rows[0]

  function move(event: KeyboardEvent<HTMLTableElement>) {
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>(linkMark)]
    const at = links.indexOf(event.target as HTMLElement)
    const target = at < 0 ? undefined : targetOf(event.key, at, links.length)
    if (target === undefined) return
    event.preventDefault()
    links[target]?.focus()
    setReached(rows[target]?.id)
  }

  return (
    <table
      ref={table}
      className={[styles.table, className].filter(Boolean).join(' ')}
      aria-label={label}
      {...(isHeard && { onKeyDown: move })}
    >
      <thead>
        <tr>
          {selection && <SelectionHead rows={rows} selection={selection} />}
          {[...before, ...columns].map((column) => (
            <ColumnHead key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <DataRow key={row.id} row={row} isCurrent={row.id === reached?.id} {...props} />
        ))}
      </tbody>
    </table>
  )
}
