import { useReachBottom } from '@tarojs/taro'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { PublicOrderCard } from '@/components/order/public-order-card'
import { Page } from '@/components/page/page'
import { PagedList } from '@/components/paged-list/paged-list'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { usePages } from '@/hooks/use-pages'
import { useSession } from '@/hooks/use-session'
import { open } from '@/platform/navigation'
import styles from './index.module.scss'

/** What the neighbours asked for and let everyone see. */
export default function PublicOrders() {
  const session = useSession()
  const community = session?.person.community
  return (
    <Page title="社区里大家在说" isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="登录后可以看邻居在说什么，也能附议" />}
      {session && !community && (
        <Empty
          title="还没有选社区"
          detail="选好你住的社区，就能看到邻居在说什么"
          action={
            <Button kind="primary" size="small" onPress={() => open('community')}>
              去选社区
            </Button>
          }
        />
      )}
      {community && <PublicOrderList code={community.code} name={community.name} />}
    </Page>
  )
}

function PublicOrderList({ code, name }: { code: string; name: string }) {
  const orders = usePages('orders.list', { view: 'public', communityCode: code })
  useReachBottom(orders.loadMore)
  return (
    <>
      <Box as="p" className={styles.lead}>
        {name}的居民愿意公开的事。你也需要，就点开附议，社区看得到有多少人在等。
      </Box>
      <PagedList
        pages={orders}
        empty={
          <Empty
            title="现在没有公开的单"
            detail="说件事时选“愿意公开”，工作人员看过就会出现在这里"
            action={
              <Button kind="primary" size="small" onPress={() => open('new-order', { kind: 'issue' })}>
                说件事
              </Button>
            }
          />
        }
      >
        {(order) => <PublicOrderCard order={order} />}
      </PagedList>
    </>
  )
}
