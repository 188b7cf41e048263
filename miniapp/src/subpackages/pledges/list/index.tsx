import { Page } from '@/components/page/page'
import { ListView } from '@/components/pledges/list-view'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { useRemote } from '@/hooks/use-remote'
import { usePageQuery } from '@/platform/navigation'

/** One year's list of one org, for anyone. */
export default function PledgeListPage() {
  const { id } = usePageQuery()
  const now = useNow()
  const { data, problem, isLoading, reload } = useRemote('pledge-lists.show', id ? { params: { id } } : null)
  return (
    <Page title="十件实事" isRefreshable>
      {!id && <Empty title="没有说是哪份清单" detail="请从“十件实事”打开" />}
      {isLoading && <Skeleton />}
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {data && <ListView list={data} now={now} />}
    </Page>
  )
}
