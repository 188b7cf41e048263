import type { BoardPledge } from '@xinban/shared/contracts'
import { partlyReportedWord } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Link } from '@/components/link/link'
import { Progress } from '@/components/progress/progress'
import { LightBadge } from './light-badge'
import { sayStale } from '@/words/pledges'
import { sayNext, sayPercent } from './board-words'
import styles from './board.module.scss'

/** Characters that stand in one line on a wall. */
const shortTitle = 11

/** One thing: its number and title, how far it is, its light with a word, and what comes next. Leads to its page. */
export function PledgeCard({ pledge, asOf }: { pledge: BoardPledge; asOf: string }) {
  const { number, title, progress, isPartlyReported, light, lightWord, isStale } = pledge
  const { nextMilestone, satisfaction, coverage, grade } = pledge
  const marks = [isPartlyReported ? partlyReportedWord : null, isStale ? sayStale(pledge) : null].filter(Boolean)
  const opinions = [
    ...(satisfaction === null ? [] : [`满意 ${satisfaction} 分 · ${sayPercent(coverage)} 参加`]),
    ...(grade === null ? [] : [`街道评 ${grade} 分`]),
  ]
  return (
    <Box as="li" className={styles.card}>
      <Box className={styles.head}>
        <Box as="span" className={styles.number}>
          {number}
        </Box>
        <Box as="h2" className={[styles.title, title.length > shortTitle && styles.long].filter(Boolean).join(' ')}>
          <Link to="pledge" query={{ id: pledge.id }} className={styles.titleLink}>
            {title}
          </Link>
        </Box>
        <LightBadge light={light} word={lightWord} />
      </Box>
      <Progress
        label={`第 ${number} 件的进度`}
        value={progress ?? 0}
        words={[progress === null ? '未报' : `${progress}%`, ...marks].join(' · ')}
      />
      <Box className={styles.foot}>
        {(nextMilestone || opinions.length === 0) && (
          <Box as="span" className={styles.next}>
            {nextMilestone ? sayNext(nextMilestone, asOf) : '节点都已完成'}
          </Box>
        )}
        {opinions.length > 0 && (
          <Box as="span" className={styles.opinion}>
            {opinions.join(' · ')}
          </Box>
        )}
      </Box>
    </Box>
  )
}
