import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Cell, List } from '@/components/cell/cell'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { open } from '@/platform/navigation'
import styles from './index.module.scss'

interface ItemResultsProps {
  org: string
  /** In everyday words. */
  q: string
}

/** What someone may mean, best first; where there is nothing, their own words will do. */
export function ItemResults({ org, q }: ItemResultsProps) {
  const { data, problem, isLoading, reload } = useRemote('service-items.list', { query: { org, q } })
  const items = data?.items ?? []
  const inOwnWords = { kind: 'issue', title: q }
  return (
    <Box as="section" className={styles.section}>
      <Box as="p" className={styles.found} role="status">
        {data && (items.length > 0 ? `找到 ${items.length}${data.nextCursor === null ? '' : '+'} 项` : '')}
      </Box>
      {isLoading && <Skeleton cards={2} />}
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {data && items.length === 0 && (
        <Empty
          title={`没有找到“${q}”`}
          detail="换个说法再找找，或者用自己的话写下来，社区来办"
          action={
            <Button kind="primary" size="small" onPress={() => open('new-order', inOwnWords)}>
              用自己的话说
            </Button>
          }
        />
      )}
      {items.length > 0 && (
        <List label="找到的服务">
          {items.map((item) => (
            <Cell key={item.id} label={item.name} detail={item.summary} to="guide" query={{ id: item.id }} />
          ))}
          <Cell label="都不是，用自己的话说" detail={`带着“${q}”去写`} to="new-order" query={inOwnWords} />
        </List>
      )}
    </Box>
  )
}
