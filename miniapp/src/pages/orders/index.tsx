import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { closedStatuses, openStatuses, type OrderStatus } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { MyOrderCard } from '@/components/order/my-order-card'
import { Page } from '@/components/page/page'
import { PagedList } from '@/components/paged-list/paged-list'
import { SearchForm } from '@/components/search-form/search-form'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { Tabs } from '@/components/tabs/tabs'
import { useNow } from '@/hooks/use-now'
import { usePages } from '@/hooks/use-pages'
import { useSignedIn } from '@/hooks/use-session'
import { open } from '@/platform/navigation'

const filters = [
  { key: 'open', word: '进行中', statuses: openStatuses },
  { key: 'closed', word: '已完成', statuses: closedStatuses },
  { key: 'all', word: '全部', statuses: [] },
] as const satisfies readonly { key: string; word: string; statuses: readonly OrderStatus[] }[]
type Filter = (typeof filters)[number]['key']

export default function MyOrders() {
  const session = useSignedIn()
  return (
    <Page title="我的单" tab="orders" isRefreshable={session !== null}>
      {session ? <MyOrderList /> : <SignInPrompt detail="登录后可以看到你点过的单" />}
    </Page>
  )
}

function MyOrderList() {
  const [filter, setFilter] = useState<Filter>('open')
  const now = useNow()
  const statuses = filters.find(({ key }) => key === filter)?.statuses.join(',')
  const [q, setQ] = useState('')
  const orders = usePages('orders.list', {
    ...{ view: 'mine' as const },
    ...(statuses && { status: statuses }),
    ...(q !== '' && { q }),
  })
  useReachBottom(orders.loadMore)
  return (
    <>
      <SearchForm id="my-orders-q" label="在我的单里找" placeholder="单号、标题或地点" onSearch={setQ} />
      <Tabs label="按进度查看" tabs={filters} active={filter} panelId="my-orders" onChange={setFilter} />
      <Box id="my-orders" role="tabpanel" label="单子列表">
        <PagedList
          pages={orders}
          empty={
            q === '' ? <NoOrders /> : <NothingFound q={q} isAll={filter === 'all'} onAll={() => setFilter('all')} />
          }
        >
          {(order) => <MyOrderCard order={order} now={now} />}
        </PagedList>
      </Box>
    </>
  )
}

const NoOrders = () => (
  <Empty
    title="这里还没有单"
    detail="有事就点一个，社区来办"
    action={
      <Button kind="primary" size="small" onPress={() => open('catalogue')}>
        我要点单
      </Button>
    }
  />
)

interface NothingFoundProps {
  q: string
  isAll: boolean
  onAll: () => void
}

/** The one that is looked for may stand under another tab. */
const NothingFound = ({ q, isAll, onAll }: NothingFoundProps) => (
  <Empty
    title={`没有找到「${q}」`}
    detail={isAll ? '换个说法，或者填单号的后几位。办完超过 90 天的，翻「已完成」' : '也许在别的一栏里'}
    action={
      !isAll && (
        <Button size="small" onPress={onAll}>
          在全部里找
        </Button>
      )
    }
  />
)
