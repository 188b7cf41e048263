import type { PageRefresh } from '@/hooks/use-refresher'
import { Box } from '../box/box'
import { Button } from '../button/button'
import styles from './stale-note.module.scss'

/** What is shown stays, and says that it is not what the person asked for. */
export function StaleNote({ refresh: { run, isBusy, isStale } }: { refresh: PageRefresh }) {
  if (!isStale) return null
  return (
    <Box className={styles.note} role="alert">
      <Box as="p" className={styles.words}>
        没能更新，下面还是之前的内容。请检查网络。
      </Box>
      <Button kind="plain" size="small" isBusy={isBusy} onPress={() => void run()}>
        再更新一次
      </Button>
    </Box>
  )
}
