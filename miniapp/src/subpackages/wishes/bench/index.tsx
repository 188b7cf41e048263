import { useReachBottom } from '@tarojs/taro'
import type { Membership, Unit } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Cell, List } from '@/components/cell/cell'
import { Page } from '@/components/page/page'
import { PagedList } from '@/components/paged-list/paged-list'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { Tabs } from '@/components/tabs/tabs'
import { usePages } from '@/hooks/use-pages'
import { useRemote } from '@/hooks/use-remote'
import { useSession } from '@/hooks/use-session'
import { useAddress } from '@/platform/address'
import { ThanksList } from '../thanks-list'
import { WishCard } from '../wish-card'
import styles from '../wishes.module.scss'

const tabs = [
  { key: 'claimable', word: '可认领' },
  { key: 'in-hand', word: '在手' },
  { key: 'history', word: '历史' },
  { key: 'thanks', word: '感谢' },
] as const
type Tab = (typeof tabs)[number]['key']
const empties: Record<Tab, { title: string; detail: string }> = {
  claimable: { title: '现在没有可认领的心愿', detail: '服务范围内有新的心愿，会出现在这里' },
  'in-hand': { title: '手上没有心愿', detail: '到“可认领”里选一个' },
  thanks: { title: '还没有收到感谢', detail: '居民写的话，街道看过就会转来' },
  history: { title: '还没有办好的心愿', detail: '办好的会留在这里' },
}

/** What a unit works with: what it may claim, what it has in hand, what it did. */
export default function Bench() {
  const session = useSession()
  const unit = session?.memberships.find(({ role }) => role === 'unit_staff')
  return (
    <Page title="单位工作台" isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="登录后可以认领心愿" />}
      {session && !unit && <Empty title="这里给登记过的单位用" detail="想来帮忙，请所在街道登记单位和联系人" />}
      {unit && <OwnBench unit={unit} />}
    </Page>
  )
}

function OwnBench({ unit }: { unit: Membership }) {
  const { query, go } = useAddress('unit-bench')
  const tab = tabs.find(({ key }) => key === query.tab)?.key ?? 'claimable'
  const { code, name } = unit.org
  const wishes = usePages('units.workbench', tab === 'thanks' ? null : { tab }, { code })
  useReachBottom(wishes.loadMore)
  const { data: own } = useRemote('units.show', { params: { code } })
  return (
    <>
      <Box as="p" className={styles.lead}>
        {name}
        {own && `：在手 ${own.openClaims} 个，最多同时 ${own.mostClaims} 个`}
      </Box>
      {own && tab === 'claimable' && <WhyNot {...own} />}
      <Tabs label="心愿" tabs={tabs} active={tab} panelId="bench" onChange={(next) => go({ tab: next }, 'replace')} />
      {tab === 'claimable' && <Suggested code={code} />}
      <Box id="bench" role="tabpanel" label="心愿">
        {tab === 'thanks' ? (
          <ThanksList by={unit} empty={empties.thanks} />
        ) : (
          <PagedList pages={wishes} isInColumns empty={<Empty {...empties[tab]} />}>
            {(order) => (
              <WishCard
                order={order}
                {...(tab !== 'claimable' &&
                  !order.allowedActions.includes('join') && {
                    to: { page: 'order', query: { id: order.id, as: 'staff' } },
                  })}
              />
            )}
          </PagedList>
        )}
      </Box>
      <List>
        <Cell label="年度小结" detail="今年认领、办好、满意多少，可以打印" to="unit-statement" query={{ code }} />
      </List>
    </>
  )
}

/** Why the unit can claim nothing now; nothing where it can. */
function WhyNot({ isActive, openClaims, mostClaims }: Unit) {
  if (isActive && openClaims < mostClaims) return null
  return (
    <Box as="p" className={styles.lead} role="status">
      {isActive
        ? `现在不能再领：手上已有 ${openClaims} 个，办好一个或退回一个再领。`
        : '现在不能领：你的单位已停用，请联系登记你们的街道或区。'}
    </Box>
  )
}

/** What fits the unit best; nothing where nothing does. */
function Suggested({ code }: { code: string }) {
  const { data } = useRemote('units.workbench', { params: { code }, query: { tab: 'claimable', limit: 1 } })
  if (!data || data.suggested.length === 0) return null
  return (
    <Box as="section">
      <Box as="h2" className={styles.heading}>
        适合你们的
      </Box>
      <Box as="ul">
        {data.suggested.map((order) => (
          <WishCard key={order.id} order={order} />
        ))}
      </Box>
      <Box as="h2" className={styles.heading}>
        服务范围内的全部
      </Box>
    </Box>
  )
}
