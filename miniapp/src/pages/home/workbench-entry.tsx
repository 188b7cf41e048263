import type { Home } from '@xinban/shared/contracts'
import { roleWords } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Link } from '@/components/link/link'
import { useMembership } from '@/hooks/use-session'
import { countOf, queueTabsOf } from '@/words/queue-tabs'
import styles from './index.module.scss'

const figuresShown = 3

/** For members: their role, and what waits in its queue. */
export function WorkbenchEntry({ counts }: { counts: Home['counts'] | undefined }) {
  const membership = useMembership()
  if (!membership) return null
  const tabs = queueTabsOf(membership.role)
  const figures = tabs
    .flatMap((tab) => {
      const count = countOf(tab, counts ?? undefined)
      return count === undefined ? [] : [`${tab.word} ${count}`]
    })
    .slice(0, figuresShown)
  return (
    <Link to="queue" className={styles.workbench}>
      <Box as="span" className={styles.workbenchTitle}>
        进入工作台
      </Box>
      <Box as="span" className={styles.workbenchDetail}>
        {membership.org.name} · {roleWords[membership.role]}
      </Box>
      {(figures.length > 0 || (counts === undefined && tabs.length > 0)) && (
        // While they are asked for the line is kept free, so that nothing below moves when they come.
        <Box as="span" className={styles.workbenchFigures}>
          {figures.join(' · ') || '\u00a0'}
        </Box>
      )}
    </Link>
  )
}
