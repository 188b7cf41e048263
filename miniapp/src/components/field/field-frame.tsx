import type { ReactNode } from 'react'
import { Box } from '../box/box'
import styles from './field.module.scss'

interface FrameProps {
  id: string
  hint?: string | undefined
  error?: string | undefined
  count?: string | undefined
  children: ReactNode
}

/** What stands below every field: hint, count, and the error that is read out as it appears. */
export function FieldFrame({ id, hint, error, count, children }: FrameProps) {
  return (
    <Box className={styles.field}>
      {children}
      {(hint !== undefined || count !== undefined) && (
        <Box className={styles.below}>
          <Box as="span" id={`${id}-hint`} className={styles.hint}>
            {hint}
          </Box>
          {count !== undefined && (
            <Box as="span" className={styles.count}>
              {count}
            </Box>
          )}
        </Box>
      )}
      {error !== undefined && (
        <Box id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </Box>
      )}
    </Box>
  )
}

/** The ids that describe a field to a screen reader, or undefined when there are none. */
export function describedBy(id: string, hint: string | undefined, error: string | undefined): string | undefined {
  const ids = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean)
  return ids.length === 0 ? undefined : ids.join(' ')
}
