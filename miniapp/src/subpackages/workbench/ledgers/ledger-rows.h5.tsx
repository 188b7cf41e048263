import type { LedgerRow } from '@xinban/shared/contracts'
import { ledgers } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { DataTable } from '@/components/data-table/data-table'
import { open } from '@/platform/navigation'
import { pageAddress } from '@/platform/pages'
import { useIsWide } from '@/platform/wide'
import { LedgerCards } from './ledger-cards'
import { tellCell } from './ledger-cell'
import { targetOf } from './ledger-target'
import type { LedgerRowsProps } from './ledger-rows.types'
import styles from './index.module.scss'

/** A dense table on a desk, which scrolls to its sides; cards on a phone. */
export function LedgerRows(props: LedgerRowsProps) {
  const { name, rows, now } = props
  const isWide = useIsWide()
  if (!isWide) return <LedgerCards {...props} />
  return (
    <Box className={styles.sheet}>
      <DataTable
        className={styles.table}
        label={ledgers[name].word}
        rows={rows}
        columns={ledgers[name].columns.map((column) => ({
          ...{ key: column.key, heading: column.heading, className: styles[column.type] },
          title: (row: LedgerRow) => tellCell(row, column, now),
          cell: (row: LedgerRow) => tellCell(row, column, now),
        }))}
        hrefOf={(row) => pageAddress(...targetOf(name, row))}
        onOpen={(row) => open(...targetOf(name, row))}
        isInBox
      />
    </Box>
  )
}
