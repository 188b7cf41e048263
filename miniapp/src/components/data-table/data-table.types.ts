import type { ReactNode } from 'react'

export interface Column<Row> {
  key: string
  heading: string
  className?: string | undefined
  cell: (row: Row) => ReactNode
  /** All of it, where it may be cut. */
  title?: (row: Row) => string
  /** Set on the columns that the list can be ordered by. */
  sort?: { direction: 'ascending' | 'descending' | undefined; onSort: () => void }
}

/** Boxes in front of the rows, and one in the head for all of them. */
export interface Selection<Row> {
  chosen: ReadonlySet<string>
  canChoose: (row: Row) => boolean
  nameOf: (row: Row) => string
  onChoose: (ids: readonly string[], isChosen: boolean) => void
  className?: string | undefined
}

export interface DataTableProps<Row extends { id: string }> {
  label: string
  rows: readonly Row[]
  /** The first one names the row: in it stands the link that opens it. */
  columns: readonly Column<Row>[]
  /** Columns that stand before the one that names the row. */
  before?: readonly Column<Row>[]
  hrefOf: (row: Row) => string
  onOpen: (row: Row) => void
  /** Of the link of a row, where something else leads to it. */
  linkIdOf?: (id: string) => string
  /** The row that stands open beside the table. */
  openId?: string | undefined
  /** Where the keys are, when whoever shows the table hears them; else the table goes along its rows by itself. */
  currentId?: string | undefined
  selection?: Selection<Row>
  /** Scrolls in a box of its own, not with the page and below its header. */
  isInBox?: boolean
  className?: string | undefined
}
