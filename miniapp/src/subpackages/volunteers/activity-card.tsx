import type { Activity } from '@xinban/shared/contracts'
import { signupStateWords } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Link } from '@/components/link/link'
import { saySpan } from './when'
import styles from './volunteers.module.scss'

/** How many places there are, in words. */
export function sayPlaces({ capacity, taken, isCancelled }: Activity): string {
  if (isCancelled) return '已取消'
  const left = capacity - taken
  return left > 0 ? `还有 ${left} 个名额` : '名额已满'
}

/** One date in a list: what, when, where, and whether there is a place. */
export function ActivityCard({ activity, now }: { activity: Activity; now: Date }) {
  const { id, title, place, team, startsAt, endsAt, own, wish } = activity
  return (
    <Box as="li" className={styles.card}>
      <Link to="activity" query={{ id }} className={styles.linked}>
        <Box as="h3" className={styles.title}>
          {title}
        </Box>
        <Box as="p" className={styles.words}>
          {saySpan(startsAt, endsAt, now)} · {place}
        </Box>
        {wish && (
          <Box as="p" className={styles.meta}>
            为心愿服务：{wish.title} · {wish.communityName}
          </Box>
        )}
        <Box as="p" className={styles.meta}>
          {team.name} · {own && own.state !== 'cancelled' ? signupStateWords[own.state] : sayPlaces(activity)}
        </Box>
      </Link>
    </Box>
  )
}
