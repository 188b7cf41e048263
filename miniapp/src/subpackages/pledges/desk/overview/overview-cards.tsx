import { Box } from '@/components/box/box'
import { Link } from '@/components/link/link'
import { overviewColumns, tellOverview } from './overview-row'
import type { OverviewRowsProps } from './overview-rows.types'
import styles from '../index.module.scss'

/** On a phone: what of an org says something, below its name. */
export function OverviewCards({ rows }: OverviewRowsProps) {
  return (
    <Box as="ul" className={styles.rows}>
      {rows.map((row) => (
        <Box as="li" key={row.id} className={styles.row}>
          <Box className={styles.what}>
            <Link to="board" query={{ org: row.id }} className={styles.name}>
              {row.cells.orgName}
            </Link>
            <Box as="span" className={styles.meta}>
              {overviewColumns
                .map((column) => ({ ...column, words: tellOverview(row, column) }))
                .filter(({ words }) => words !== '—' && words !== '0')
                .map(({ key, heading, words }) => (key === 'state' ? words : `${heading} ${words}`))
                .join(' · ')}
            </Box>
          </Box>
        </Box>
      ))}
    </Box>
  )
}
