import { Page } from '@/components/page/page'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { usePageQuery } from '@/platform/navigation'
import { EditorsOnly } from '../editors-only'
import { ItemView } from './item-view'

/** One item as its editors see it, with what can be done to it now. */
export default function ManagedItemPage() {
  const { id } = usePageQuery()
  return (
    <Page title="事项" isWide isRefreshable>
      <EditorsOnly>
        {() => (id ? <Known id={id} /> : <Empty title="没有说是哪个事项" detail="请从事项列表打开" />)}
      </EditorsOnly>
    </Page>
  )
}

function Known({ id }: { id: string }) {
  const { data: item, problem, isLoading, reload } = useRemote('service-items.edit', { params: { id } })
  return (
    <>
      {isLoading && <Skeleton />}
      {problem && !item && <ErrorState problem={problem} onRetry={reload} />}
      {item && <ItemView item={item} onChanged={reload} />}
    </>
  )
}
