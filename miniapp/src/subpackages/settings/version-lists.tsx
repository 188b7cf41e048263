import { sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { ErrorState } from '@/components/states/states'
import { useRemote, type Remote } from '@/hooks/use-remote'
import styles from './settings.module.scss'

interface Version {
  readonly version: number
  readonly since: string
  readonly by: string | null
}
interface ListProps<Entry extends Version> {
  readonly remote: Pick<Remote<{ items: readonly Entry[] }>, 'data' | 'problem' | 'reload'>
  readonly now: Date
  /** What the version calls itself. */
  readonly nameOf?: (entry: Entry) => string
}

/** Who changed something and when, the latest first; nothing while nobody did. */
function VersionList<Entry extends Version>({ remote: { data, problem, reload }, now, nameOf }: ListProps<Entry>) {
  if (problem && !data) return <ErrorState problem={problem} onRetry={reload} />
  if (!data || data.items.length === 0) return null
  return (
    <Box as="section" className={styles.history}>
      <Box as="h2" className={styles.heading}>
        改动记录
      </Box>
      <Box as="ul" className={styles.list}>
        {data.items.map((entry) => (
          <Box as="li" key={entry.version} className={styles.entry}>
            第 {entry.version} 版{nameOf && `“${nameOf(entry)}”`} · {sayTime(new Date(entry.since), now)} ·{' '}
            {entry.by ?? '区管理员'}
          </Box>
        ))}
      </Box>
    </Box>
  )
}

interface Props {
  readonly districtCode: string
  readonly now: Date
}
const latest = 20

export function LimitVersions({ districtCode, now }: Props) {
  return <VersionList remote={useRemote('limits.versions', { query: { districtCode, limit: latest } })} now={now} />
}

export function DefaultVersions({ districtCode, now }: Props) {
  const remote = useRemote('booking-defaults.versions', { query: { districtCode, limit: latest } })
  return <VersionList remote={remote} now={now} />
}

export function RuleVersions({ districtCode, now }: Props) {
  const remote = useRemote('score-rules.versions', { query: { districtCode, limit: latest } })
  return <VersionList remote={remote} now={now} nameOf={({ rules }) => rules.name} />
}
