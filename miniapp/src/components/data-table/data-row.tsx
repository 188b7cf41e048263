import type { MouseEvent } from 'react'
import type { Column, DataTableProps } from './data-table.types'
import styles from './data-table.module.scss'

interface DataRowProps<Row extends { id: string }> extends DataTableProps<Row> {
  row: Row
  isCurrent: boolean
}

export function DataRow<Row extends { id: string }>({ row, isCurrent, ...props }: DataRowProps<Row>) {
  const { before = [], columns, hrefOf, onOpen, linkIdOf, openId, selection } = props
  const [name, ...rest] = columns
  const isOpen = row.id === openId

  function follow(event: MouseEvent) {
    // Opening in another tab stays with the browser.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onOpen(row)
  }

  const cellOf = ({ key, className, title, cell }: Column<Row>) => (
    <td key={key} className={className} title={title?.(row)}>
      {cell(row)}
    </td>
  )
  return (
    <tr className={[styles.row, isOpen && styles.open].filter(Boolean).join(' ')}>
      {selection && (
        <td className={[styles.mark, selection.className].filter(Boolean).join(' ')}>
          {selection.canChoose(row) && (
            <label className={styles.check}>
              <input
                type="checkbox"
                className={styles.box}
                aria-label={`选上：${selection.nameOf(row)}`}
                checked={selection.chosen.has(row.id)}
                onChange={(event) => selection.onChoose([row.id], event.target.checked)}
              />
            </label>
          )}
        </td>
      )}
      {before.map(cellOf)}
      {name && (
        <th scope="row" className={[styles.name, name.className].filter(Boolean).join(' ')}>
          <a
            id={linkIdOf?.(row.id)}
            href={hrefOf(row)}
            className={styles.link}
            title={name.title?.(row)}
            aria-current={isOpen ? 'true' : undefined}
            tabIndex={isCurrent ? 0 : -1}
            data-row=""
            onClick={follow}
          >
            <span className={styles.words}>{name.cell(row)}</span>
          </a>
        </th>
      )}
      {rest.map(cellOf)}
    </tr>
  )
}
