import type { WhistleSummary } from '@xinban/shared/contracts'
import { sayTime, whistleKindWords, whistlePartyStateWords } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Link } from '@/components/link/link'
import { WhistleBadge } from '@/components/status-badge/whistle-badge'
import { Tag } from '@/components/tag/tag'
import { tellDue } from '../words'
import styles from './index.module.scss'

/** Due time first, then title and place, then who. */
export function WhistleCard({ whistle, now }: { whistle: WhistleSummary; now: Date }) {
  const { id, kind, status, title, place, street, lead, departmentCount, ownState, due, blownAt } = whistle
  const others = departmentCount > 1 ? `等 ${departmentCount} 个部门` : ''
  return (
    <Box as="li" className={styles.card}>
      <Link to="whistle" query={{ id }} className={styles.link}>
        <Box className={styles.head}>
          <WhistleBadge status={status} />
          {due && <Tag tone={due.isOverdue || due.isWarned ? 'alarm' : 'calm'}>{tellDue(due, now)}</Tag>}
        </Box>
        <Box as="h2" className={styles.title}>
          {title}
        </Box>
        <Box as="p" className={styles.detail}>
          {place}
        </Box>
        <Box as="p" className={styles.detail}>
          {whistleKindWords[kind]} · {street?.name ?? '街道'}吹哨，{lead?.name ?? '部门'}牵头{others}
        </Box>
        <Box as="p" className={styles.detail}>
          {sayTime(new Date(blownAt), now)}
          {ownState !== null && ` · 我们${whistlePartyStateWords[ownState]}`}
        </Box>
      </Link>
    </Box>
  )
}
