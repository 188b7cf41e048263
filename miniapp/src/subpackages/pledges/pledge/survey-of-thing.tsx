import type { Survey } from '@xinban/shared/contracts'
import { sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Link } from '@/components/link/link'
import styles from './index.module.scss'

/** A survey about this thing that asks whoever is signed in: their ballot, and at its end what it found. */
export function SurveyOfThing({ survey, now }: { survey: Survey; now: Date }) {
  const { id, title, phase } = survey
  return (
    <Box className={styles.card}>
      <Box as="p" className={styles.name}>
        满意度测评：{title}
      </Box>
      <Box as="p" className={styles.meta}>
        {sayStanding(survey, now)}
      </Box>
      <Link to={phase === 'closed' ? 'survey-result' : 'survey'} query={{ id }} className={styles.more}>
        {phase === 'closed' ? '看测评结果 ›' : survey.allowedActions.includes('cast') ? '去投一票 ›' : '看测评 ›'}
      </Link>
    </Box>
  )
}

function sayStanding({ phase, hasCast, opensAt, closesAt }: Survey, now: Date): string {
  if (phase === 'closed') return '已结束，结果已公布'
  if (phase === 'upcoming') return `${sayTime(new Date(opensAt), now)} 开始，不记名`
  if (hasCast) return '你已参加，结束后公布结果'
  return `${sayTime(new Date(closesAt), now)} 截止，不记名，每人一票`
}
