import { ledgers } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Link } from '@/components/link/link'
import { tellCell } from './ledger-cell'
import { targetOf } from './ledger-target'
import type { LedgerRowsProps } from './ledger-rows.types'
import styles from './index.module.scss'

/** What of a row stands beside its title: number and title lead, the rest follows where it says something. */
export function LedgerCards({ name, rows, now }: LedgerRowsProps) {
  const rest = ledgers[name].columns.filter(({ key }) => key !== 'no' && key !== 'title')
  return (
    <Box as="ul" className={styles.list}>
      {rows.map((row) => (
        <Box as="li" key={row.id} className={styles.card}>
          <Link to={targetOf(name, row)[0]} query={targetOf(name, row)[1]} className={styles.link}>
            <Box as="p" className={styles.title}>
              {row.cells.title}
            </Box>
            <Box as="p" className={styles.no}>
              {ledgers[name].columns[0]?.heading} {row.cells.no}
            </Box>
            {rest
              .map((column) => ({ column, words: tellCell(row, column, now) }))
              .filter(({ words }) => words !== '—')
              .map(({ column, words }) => (
                <Box as="p" key={column.key} className={styles.fact}>
                  {column.heading}：{words}
                </Box>
              ))}
          </Link>
        </Box>
      ))}
    </Box>
  )
}
