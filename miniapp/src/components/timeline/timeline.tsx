import { Box } from '../box/box'
import styles from './timeline.module.scss'

export interface TimelineEntry {
  id: string
  title: string
  when: string
  note: string | null
}

/** What happened, newest first. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <Box as="ol" className={styles.timeline}>
      {entries.map(({ id, title, when, note }, index) => (
        <Box as="li" key={id} className={[styles.entry, index === 0 && styles.latest].filter(Boolean).join(' ')}>
          <Box as="span" className={styles.title}>
            {title}
          </Box>
          <Box as="span" className={styles.when}>
            {when}
          </Box>
          {note !== null && (
            <Box as="span" className={styles.note}>
              {note}
            </Box>
          )}
        </Box>
      ))}
    </Box>
  )
}
