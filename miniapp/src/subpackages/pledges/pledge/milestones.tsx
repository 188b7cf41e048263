import type { Pledge } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { sayDay } from '@/words/pledges'
import styles from './index.module.scss'

/** The steps by date, each with what was reported of it. */
export function Milestones({ pledge, now }: { pledge: Pledge; now: Date }) {
  return (
    <>
      <Box as="h2" className={styles.section}>
        分几步办
      </Box>
      <Box as="ol" className={styles.list}>
        {pledge.milestones.map(({ id, title, weight, dueOn, progress, completedAt }) => (
          <Box as="li" key={id} className={styles.row}>
            <Box className={styles.rowTop}>
              <Box as="p" className={styles.name}>
                {title}
              </Box>
              <Box as="span" className={styles.figure}>
                {progress === null ? '未报' : `${progress}%`}
              </Box>
            </Box>
            <Box as="p" className={styles.meta}>
              {completedAt === null
                ? `${sayDay(dueOn, now)}前`
                : `${sayDay(completedAt.slice(0, 10), now)}完成（原定 ${sayDay(dueOn, now)}前）`}
              {' · '}占 {share(pledge, weight)}
            </Box>
          </Box>
        ))}
      </Box>
    </>
  )
}

/** Of all weights, in whole percent. */
function share({ milestones }: Pledge, weight: number): string {
  const total = milestones.reduce((sum, step) => sum + step.weight, 0)
  return `${Math.round((weight * 100) / total)}%`
}
