import { sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { ErrorState } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import styles from '../settings.module.scss'

/** Who changed the rules and when, the latest twenty. */
export function DefaultVersions({ districtCode, now }: { districtCode: string; now: Date }) {
  const { data, problem, reload } = useRemote('booking-defaults.versions', { query: { districtCode, limit: 20 } })
  if (problem && !data) return <ErrorState problem={problem} onRetry={reload} />
  if (!data || data.items.length === 0) return null
  return (
    <Box as="section" className={styles.history}>
      <Box as="h2" className={styles.heading}>
        改动记录
      </Box>
      <Box as="ul" className={styles.list}>
        {data.items.map(({ version, since, by }) => (
          <Box as="li" key={version} className={styles.entry}>
            第 {version} 版 · {sayTime(new Date(since), now)} · {by ?? '区管理员'}
          </Box>
        ))}
      </Box>
    </Box>
  )
}
