import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { PagedList } from '@/components/paged-list/paged-list'
import { Empty } from '@/components/states/states'
import { Tabs } from '@/components/tabs/tabs'
import { useNow } from '@/hooks/use-now'
import { usePages } from '@/hooks/use-pages'
import { useSession } from '@/hooks/use-session'
import { open, usePageQuery } from '@/platform/navigation'
import { NeedCard } from './need-card'
import styles from './index.module.scss'

const tabs = [
  { key: 'public', word: '大家提的' },
  { key: 'mine', word: '我提的' },
] as const
type View = (typeof tabs)[number]['key']

/** What residents need, each with its public answer. */
export default function Needs() {
  const { org } = usePageQuery()
  const session = useSession()
  const [view, setView] = useState<View>('public')
  const code = org ?? session?.person.community?.code
  return (
    <Page title="大家提的需求" isRefreshable>
      {session && <Tabs label="看谁提的" tabs={tabs} active={view} panelId="needs" onChange={setView} />}
      <Box id="needs" role="tabpanel" label="需求">
        {view === 'mine' ? <NeedList query={{ view }} /> : <PublicNeeds code={code} />}
      </Box>
    </Page>
  )
}

function PublicNeeds({ code }: { code: string | undefined }) {
  if (code === undefined) return <Empty title="还没有选社区" detail="选好你住的社区，就能看到大家提的需求" />
  return (
    <>
      <Box as="p" className={styles.lead}>
        答复过的需求都在这里，一条一条有着落。
      </Box>
      <NeedList query={{ view: 'public', org: code }} />
    </>
  )
}

function NeedList({ query }: { query: { view: View; org?: string } }) {
  const now = useNow()
  const needs = usePages('needs.list', query)
  useReachBottom(needs.loadMore)
  return (
    <PagedList
      pages={needs}
      empty={
        <Empty
          title="这里还没有需求"
          detail={query.view === 'mine' ? '社区最该办什么，你来说一条' : '答复过的需求会出现在这里'}
          action={
            <Button kind="primary" size="small" onPress={() => open('new-need')}>
              我来提一条
            </Button>
          }
        />
      }
    >
      {(need) => <NeedCard need={need} now={now} />}
    </PagedList>
  )
}
