import type { Hall } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { overrideWords, weekWords, windowWords } from '@/words/bookings'
import styles from './index.module.scss'

/** The week, and the days that are otherwise. */
export function Hours({ hall }: { hall: Pick<Hall, 'weekly' | 'overrides' | 'windows'> }) {
  return (
    <>
      <Box as="h2" className={styles.heading}>
        办理时间
      </Box>
      <Box as="ul" className={styles.lines}>
        {weekWords(hall.weekly).map((words) => (
          <Box as="li" key={words} className={styles.line}>
            {words}
          </Box>
        ))}
      </Box>
      <Box as="p" className={styles.quiet}>
        法定节假日不办理，周末补班的日子照常办理。
      </Box>
      {hall.overrides.length > 0 && (
        <Box as="ul" className={styles.lines}>
          {hall.overrides.map((override) => (
            <Box as="li" key={`${override.from} ${override.reason}`} className={styles.line}>
              {overrideWords(override)}
            </Box>
          ))}
        </Box>
      )}
      {hall.windows.length > 0 && (
        <Box as="p" className={styles.quiet}>
          窗口：{hall.windows.map(windowWords).join('、')}
        </Box>
      )}
    </>
  )
}
