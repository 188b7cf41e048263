import type { Column, Selection } from './data-table.types'
import styles from './data-table.module.scss'

interface SelectionHeadProps<Row> {
  rows: readonly Row[]
  selection: Selection<Row>
}

export function SelectionHead<Row extends { id: string }>({ rows, selection }: SelectionHeadProps<Row>) {
  const { chosen, canChoose, onChoose, className } = selection
  const choosable = rows.filter(canChoose).map(({ id }) => id)
  return (
    <th scope="col" className={[styles.mark, className].filter(Boolean).join(' ')}>
      {choosable.length > 0 && (
        <label className={styles.check}>
          <input
            type="checkbox"
            className={styles.box}
            aria-label="全选本页"
            checked={choosable.every((id) => chosen.has(id))}
            onChange={(event) => onChoose(choosable, event.target.checked)}
          />
        </label>
      )}
    </th>
  )
}

const arrows = { ascending: '▲', descending: '▼' }

export function ColumnHead<Row>({ column: { heading, className, sort } }: { column: Column<Row> }) {
  return (
    <th scope="col" className={className} aria-sort={sort && (sort.direction ?? 'none')}>
      {sort ? (
        <button type="button" className={styles.sort} onClick={sort.onSort}>
          {heading}
          <span aria-hidden="true">{sort.direction && arrows[sort.direction]}</span>
        </button>
      ) : (
        heading
      )}
    </th>
  )
}
