import type { PropsWithChildren, ReactNode } from 'react'
import type { PageName, PageQuery } from '@/platform/pages'
import { Box } from '../box/box'
import { Link } from '../link/link'
import styles from './cell.module.scss'

export function List({ label, children }: PropsWithChildren<{ label?: string }>) {
  return (
    <Box as="ul" className={styles.list} {...(label !== undefined && { label })}>
      {children}
    </Box>
  )
}

interface CellProps {
  label: ReactNode
  detail?: ReactNode
  value?: ReactNode
  to?: PageName
  query?: PageQuery
}

/** A row of a list; one that leads somewhere shows it. */
export function Cell({ label, detail, value, to, query }: CellProps) {
  const content = (
    <>
      <Box as="span" className={styles.label}>
        {label}
        {detail !== undefined && (
          <Box as="span" className={styles.detail}>
            {detail}
          </Box>
        )}
      </Box>
      {value !== undefined && (
        <Box as="span" className={styles.value}>
          {value}
        </Box>
      )}
      {to !== undefined && <Box as="span" className={styles.arrow} isHidden />}
    </>
  )
  return (
    <Box as="li" className={styles.item}>
      {to === undefined ? (
        <Box className={styles.cell}>{content}</Box>
      ) : (
        <Link to={to} className={styles.cell} {...(query && { query })}>
          {content}
        </Link>
      )}
    </Box>
  )
}
