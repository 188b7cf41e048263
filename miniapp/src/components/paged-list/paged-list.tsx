import { Fragment, type ReactNode } from 'react'
import type { Pages } from '@/hooks/use-pages'
import { Box } from '../box/box'
import { Button } from '../button/button'
import { ErrorState, Skeleton } from '../states/states'
import styles from './paged-list.module.scss'

interface PagedListProps<Entry> {
  pages: Pages<Entry>
  /** What to say when there is nothing. */
  empty: ReactNode
  children: (entry: Entry) => ReactNode
}

/** A list that comes page by page, with its waiting, its failure and its emptiness. */
export function PagedList<Entry extends { id: string }>({ pages, empty, children }: PagedListProps<Entry>) {
  const { items, problem, isLoading, isLoadingMore, hasMore, loadMore, reload } = pages
  return (
    <>
      {isLoading && <Skeleton />}
      {problem && <ErrorState problem={problem} onRetry={() => void reload()} />}
      {!isLoading && !problem && items.length === 0 && empty}
      {items.length > 0 && (
        <Box as="ul" className={styles.list}>
          {items.map((entry) => (
            <Fragment key={entry.id}>{children(entry)}</Fragment>
          ))}
        </Box>
      )}
      {hasMore && (
        <Button isBusy={isLoadingMore} onPress={loadMore}>
          加载更多
        </Button>
      )}
    </>
  )
}
