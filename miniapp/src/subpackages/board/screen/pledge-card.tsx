import type { BoardPledge } from '@xinban/shared/contracts'
import { partlyReportedWord } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Progress } from '@/components/progress/progress'
import { LightBadge } from './light-badge'
import { sayDay, sayPercent } from './board-words'
import styles from './board.module.scss'

/** One thing: its number and title, how far it is, its light with a word, and what comes next. */
export function PledgeCard({ pledge }: { pledge: BoardPledge }) {
  const { number, title, progress, isPartlyReported, light, lightWord, isStale } = pledge
  const { nextMilestone, satisfaction, coverage } = pledge
  const marks = [isPartlyReported ? partlyReportedWord : null, isStale ? '30 天没有更新' : null].filter(Boolean)
  return (
    <Box as="li" className={styles.card}>
      <Box className={styles.head}>
        <Box as="span" className={styles.number}>
          {number}
        </Box>
        <Box as="h2" className={styles.title}>
          {title}
        </Box>
        <LightBadge light={light} word={lightWord} />
      </Box>
      <Progress
        label={`第 ${number} 件的进度`}
        value={progress ?? 0}
        words={[progress === null ? '未报' : `${progress}%`, ...marks].join(' · ')}
      />
      <Box className={styles.foot}>
        <Box as="span" className={styles.next}>
          {nextMilestone ? `下一步 ${sayDay(nextMilestone.dueOn)} ${nextMilestone.title}` : '节点都已完成'}
        </Box>
        {satisfaction !== null && (
          <Box as="span" className={styles.opinion}>
            满意 {satisfaction} 分 · {sayPercent(coverage)} 参加
          </Box>
        )}
      </Box>
    </Box>
  )
}
