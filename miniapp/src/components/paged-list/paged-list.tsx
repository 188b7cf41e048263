import { Fragment, type ReactNode } from 'react'
import type { Pages } from '@/hooks/use-pages'
import { Box } from '../box/box'
import { Button } from '../button/button'
import { ErrorState, ProblemNote, Skeleton } from '../states/states'
import styles from './paged-list.module.scss'

interface PagedFrameProps<Entry> {
  pages: Pages<Entry>
  /** What to say when there is nothing. */
  empty: ReactNode
  children: ReactNode
}

/**
 * Around what comes page by page: its waiting, its failure, its emptiness and the way on. What fails while there is
 * something to read says so at its end, where the way on is: nothing above it moves.
 */
export function PagedFrame<Entry>({ pages, empty, children }: PagedFrameProps<Entry>) {
  const { items, problem, isLoading, isLoadingMore, hasMore, loadMore, reload } = pages
  return (
    <>
      {isLoading && <Skeleton />}
      {problem && items.length === 0 && <ErrorState problem={problem} onRetry={() => void reload()} />}
      {!isLoading && !problem && items.length === 0 && empty}
      {items.length > 0 && children}
      {items.length > 0 && (hasMore || problem) && (
        <Box className={styles.more}>
          <ProblemNote problem={problem} />
          <Button isBusy={isLoadingMore} onPress={hasMore ? loadMore : () => void reload()}>
            {hasMore ? '加载更多' : '再试一次'}
          </Button>
        </Box>
      )}
    </>
  )
}

interface PagedListProps<Entry> extends Omit<PagedFrameProps<Entry>, 'children'> {
  /** Cards beside each other where the page is wide. */
  isInColumns?: boolean
  children: (entry: Entry) => ReactNode
}

/** A list of cards that comes page by page. */
export function PagedList<Entry extends { id: string }>({
  pages,
  empty,
  isInColumns,
  children,
}: PagedListProps<Entry>) {
  return (
    <PagedFrame pages={pages} empty={empty}>
      <Box as="ul" className={[styles.list, isInColumns && styles.columns].filter(Boolean).join(' ')}>
        {pages.items.map((entry) => (
          <Fragment key={entry.id}>{children(entry)}</Fragment>
        ))}
      </Box>
    </PagedFrame>
  )
}
