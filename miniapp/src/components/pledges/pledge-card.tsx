import type { PledgeSummary } from '@xinban/shared/contracts'
import { pledgeCategoryWords } from '@xinban/shared/domain'
import { saySatisfaction, sayDay, sayProgress, sayStale, statePhrase } from '@/words/pledges'
import { Box } from '../box/box'
import { Link } from '../link/link'
import { Progress } from '../progress/progress'
import { LightBadge } from './light-badge'
import styles from './pledges.module.scss'

interface PledgeCardProps {
  pledge: PledgeSummary
  now: Date
  heading?: 'h2' | 'h3'
}

/** One of the ten in a list: how far it is, its light in words, what comes next and by when. */
export function PledgeCard({ pledge, now, heading = 'h2' }: PledgeCardProps) {
  const { nextMilestone, state } = pledge
  const satisfaction = saySatisfaction(pledge)
  return (
    <Box as="li" className={styles.card}>
      <Link to="pledge" query={{ id: pledge.id }} className={styles.link}>
        <Box className={styles.top}>
          <Box as={heading} className={styles.title}>
            {pledge.number}. {pledge.title}
          </Box>
          <LightBadge light={pledge.light} word={statePhrase(pledge)} />
        </Box>
        <Progress label={pledge.title} value={pledge.progress ?? 0} words={sayProgress(pledge)} />
        {nextMilestone && state === 'delivering' && (
          <Box as="p" className={styles.next}>
            下一步：{nextMilestone.title}，{sayDay(nextMilestone.dueOn, now)}前
          </Box>
        )}
        {satisfaction !== null && (
          <Box as="p" className={styles.next}>
            居民满意：{satisfaction}
          </Box>
        )}
        <Box as="p" className={styles.meta}>
          {pledgeCategoryWords[pledge.category]} · {sayDay(pledge.deadline, now)}前办完
          {pledge.isStale && ` · ${sayStale(pledge)}`}
        </Box>
      </Link>
    </Box>
  )
}
