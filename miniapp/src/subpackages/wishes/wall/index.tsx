import { useReachBottom } from '@tarojs/taro'
import { wallStates, wallStateWords, wishCategories, wishCategoryWords } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { PagedList } from '@/components/paged-list/paged-list'
import { Select } from '@/components/select/select'
import { Empty } from '@/components/states/states'
import { Tabs } from '@/components/tabs/tabs'
import { usePages } from '@/hooks/use-pages'
import { useSession } from '@/hooks/use-session'
import { useAddress } from '@/platform/address'
import { open } from '@/platform/navigation'
import { useShared } from '@/platform/share'
import { WishCard } from '../wish-card'
import styles from '../wishes.module.scss'

const tabs = wallStates.map((key) => ({ key, word: wallStateWords[key] }))
const categories = [
  { value: 'all', word: '全部类别' },
  ...wishCategories.map((value) => ({ value, word: wishCategoryWords[value] })),
]

/** The wall of wishes, for everyone. */
export default function Wall() {
  const { query, go } = useAddress('wishes')
  const own = useSession()?.person.community
  const state = wallStates.find((known) => known === query.state) ?? 'open'
  const category = wishCategories.find((known) => known === query.category)
  const communityCode = query.community
  const wishes = usePages('orders.list', {
    ...{ view: 'wishes', state },
    ...(category && { category }),
    ...(communityCode !== undefined && communityCode !== '' && { communityCode }),
  })
  useReachBottom(wishes.loadMore)
  useShared('心愿墙：看看邻居的心愿', 'wishes', query)
  const change = (next: Record<string, string | undefined>) => go({ ...query, ...next }, 'replace')

  return (
    <Page
      title="心愿墙"
      isRefreshable
      footer={
        <Button kind="primary" onPress={() => open('new-order', { kind: 'wish' })}>
          许个心愿
        </Button>
      }
    >
      <Box as="p" className={styles.lead}>
        街道审过的心愿，单位和志愿队可以认领。这里不写是谁的心愿。
      </Box>
      <Tabs
        label="心愿到哪一步"
        tabs={tabs}
        active={state}
        panelId="wall"
        onChange={(next) => change({ state: next })}
      />
      <Box className={styles.filters}>
        <Select
          id="wall-category"
          label="类别"
          placeholder="全部类别"
          options={categories}
          value={category ?? 'all'}
          onChange={(next) => change({ category: next === 'all' ? undefined : next })}
          isRequired
        />
        {own && (
          <Select
            id="wall-community"
            label="社区"
            placeholder="全部社区"
            options={[
              { value: 'all', word: '全部社区' },
              { value: own.code, word: own.name },
            ]}
            value={communityCode ?? 'all'}
            onChange={(next) => change({ community: next === 'all' ? undefined : next })}
            isRequired
          />
        )}
      </Box>
      <Box id="wall" role="tabpanel" label={wallStateWords[state]}>
        <PagedList
          pages={wishes}
          isInColumns
          empty={
            <Empty
              title={state === 'open' ? '现在没有等认领的心愿' : '这里还没有心愿'}
              detail="有小心愿的，自己或者请邻居帮忙许一个，街道看过就会上墙"
            />
          }
        >
          {(order) => <WishCard order={order} />}
        </PagedList>
      </Box>
    </Page>
  )
}
