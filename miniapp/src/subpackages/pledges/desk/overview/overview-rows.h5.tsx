import { DataTable } from '@/components/data-table/data-table'
import { open } from '@/platform/navigation'
import { pageAddress } from '@/platform/pages'
import { useIsWide } from '@/platform/wide'
import { OverviewCards } from './overview-cards'
import { overviewColumns, tellOverview, type OverviewRow } from './overview-row'
import type { OverviewRowsProps } from './overview-rows.types'
import styles from '../index.module.scss'

/** All of them in one table on a desk; cards on a phone. */
export function OverviewRows({ rows }: OverviewRowsProps) {
  if (!useIsWide()) return <OverviewCards rows={rows} />
  const name = ({ cells }: OverviewRow) => String(cells.orgName)
  return (
    <DataTable
      label="各社区今年的十件实事"
      className={styles.overview}
      rows={rows}
      columns={[
        { key: 'orgName', heading: '社区（村）', className: styles.org, title: name, cell: name },
        ...overviewColumns.map((column) => ({
          ...{ key: column.key, heading: column.heading },
          cell: (row: OverviewRow) => (
            <span className={row.cells[column.key] ? styles[column.key] : undefined}>{tellOverview(row, column)}</span>
          ),
        })),
      ]}
      hrefOf={({ id }) => pageAddress('board', { org: id })}
      onOpen={({ id }) => open('board', { org: id })}
    />
  )
}
