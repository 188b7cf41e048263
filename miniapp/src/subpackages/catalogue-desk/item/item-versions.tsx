import { sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Cell, List } from '@/components/cell/cell'
import { ErrorState, Skeleton } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { useRemote } from '@/hooks/use-remote'
import styles from './index.module.scss'

const shown = 100

/** Every version that was published, to read as residents read it then. */
export function ItemVersions({ id, latest }: { id: string; latest: number }) {
  const now = useNow()
  const { data, problem, isLoading, reload } = useRemote('service-items.versions', {
    params: { id },
    query: { limit: shown },
  })
  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.heading}>
        发布过的版本
      </Box>
      {isLoading && <Skeleton cards={1} />}
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {data && (
        <List label="发布过的版本">
          {data.items.map(({ version, name, publishedAt }) => (
            <Cell
              key={version}
              label={`第 ${version} 版${version === latest ? '（现在的）' : ''}`}
              detail={`${name} · ${sayTime(new Date(publishedAt), now)}发布`}
              to="guide"
              query={{ id, version: String(version) }}
            />
          ))}
        </List>
      )}
      {data && data.nextCursor !== null && (
        <Box as="p" className={styles.more}>
          更早的版本没有列出来，但还存着。
        </Box>
      )}
    </Box>
  )
}
