import { useReachBottom } from '@tarojs/taro'
import { Box } from '@/components/box/box'
import { Page } from '@/components/page/page'
import { PagedList } from '@/components/paged-list/paged-list'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { Tabs } from '@/components/tabs/tabs'
import { usePages } from '@/hooks/use-pages'
import { useSession } from '@/hooks/use-session'
import { useAddress } from '@/platform/address'
import { ThanksList } from '../thanks-list'
import { WishCard } from '../wish-card'
import styles from '../wishes.module.scss'

const tabs = [
  { key: 'waiting', word: '待审单' },
  { key: 'untaken', word: '久无人领' },
  { key: 'thanks', word: '感谢的话' },
] as const
type Tab = (typeof tabs)[number]['key']
const empties: Record<Tab, { title: string; detail: string }> = {
  waiting: { title: '没有待审的心愿', detail: '居民许愿、社区请单位帮办的，会先到这里' },
  thanks: { title: '没有待看的感谢', detail: '居民写给单位的话，看过再转给单位' },
  untaken: { title: '没有久无人领的心愿', detail: '上墙很久没有单位认领的，会到这里' },
}

const leads: Record<Tab, string> = {
  waiting: '点开看过后，写好公开的标题和类别，再同意上墙。',
  untaken: '可以联系合适的单位，或者撤下来请社区办。',
  thanks: '居民写给单位的话，没有姓名电话的再转。',
}

/** What waits for the street's word, and what nobody took. */
export default function WishDesk() {
  const session = useSession()
  return (
    <Page title="审单" isRefreshable={session !== null}>
      {session ? <Desk /> : <SignInPrompt detail="登录后可以审单" />}
    </Page>
  )
}

function Desk() {
  const { query, go } = useAddress('wish-desk')
  const tab: Tab = tabs.find(({ key }) => key === query.tab)?.key ?? 'waiting'
  const by = useSession()?.memberships.find(({ role }) => role === 'street_staff' || role === 'district_admin')
  const orders = usePages('wishes.desk', tab === 'thanks' ? null : { tab, ...(by && { membershipId: by.id }) })
  useReachBottom(orders.loadMore)
  return (
    <>
      <Tabs label="审单" tabs={tabs} active={tab} panelId="desk" onChange={(next) => go({ tab: next }, 'replace')} />
      <Box as="p" className={styles.lead}>
        {leads[tab]}
      </Box>
      <Box id="desk" role="tabpanel" label="审单">
        {tab === 'thanks' && by ? (
          <ThanksList by={by} empty={empties.thanks} />
        ) : (
          <PagedList pages={orders} isInColumns empty={<Empty {...empties[tab]} />}>
            {(order) => <WishCard order={order} to={{ page: 'order', query: { id: order.id, as: 'staff' } }} />}
          </PagedList>
        )}
      </Box>
    </>
  )
}
