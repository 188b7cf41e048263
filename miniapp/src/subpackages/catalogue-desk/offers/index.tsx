import { Page } from '@/components/page/page'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { usePageQuery } from '@/platform/navigation'
import { EditorsOnly } from '../editors-only'
import { OfferTree } from './offer-tree'

/** Which orgs offer an item: the district at once, or streets and communities one by one. */
export default function ItemOffers() {
  const { id } = usePageQuery()
  return (
    <Page title="由谁提供" isWide isRefreshable>
      <EditorsOnly>
        {(district) =>
          id ? <Known id={id} district={district} /> : <Empty title="没有说是哪个事项" detail="请从事项列表打开" />
        }
      </EditorsOnly>
    </Page>
  )
}

function Known({ id, district }: { id: string; district: Parameters<typeof OfferTree>[0]['district'] }) {
  const { data: item, problem, isLoading, reload } = useRemote('service-items.edit', { params: { id } })
  return (
    <>
      {isLoading && <Skeleton />}
      {problem && !item && <ErrorState problem={problem} onRetry={reload} />}
      {item && <OfferTree item={item} district={district} />}
    </>
  )
}
