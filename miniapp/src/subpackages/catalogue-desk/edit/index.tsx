import { Page } from '@/components/page/page'
import { ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { usePageQuery } from '@/platform/navigation'
import { EditorsOnly } from '../editors-only'
import { ItemEditor } from './item-editor'

/** Writes a new item, or what an item shall say next. */
export default function EditItem() {
  const { id } = usePageQuery()
  return (
    <Page title={id ? '编写事项' : '新事项'} isWide>
      <EditorsOnly>
        {(district) => (id ? <Known id={id} district={district} /> : <ItemEditor district={district} />)}
      </EditorsOnly>
    </Page>
  )
}

function Known({ id, district }: { id: string; district: Parameters<typeof ItemEditor>[0]['district'] }) {
  const { data: item, problem, isLoading, reload } = useRemote('service-items.edit', { params: { id } })
  return (
    <>
      {isLoading && <Skeleton />}
      {problem && !item && <ErrorState problem={problem} onRetry={reload} />}
      {item && <ItemEditor key={item.id} item={item} district={district} />}
    </>
  )
}
