import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Box } from '@/components/box/box'
import { Page } from '@/components/page/page'
import { PagedList } from '@/components/paged-list/paged-list'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { Tabs } from '@/components/tabs/tabs'
import { useNow } from '@/hooks/use-now'
import { usePages } from '@/hooks/use-pages'
import { useSession } from '@/hooks/use-session'
import { useSite } from '@/hooks/use-site'
import { ActivityCard } from '../activity-card'
import { OwnFigures } from './own-figures'
import { Teams } from './teams'

const tabs = [
  { key: 'open', word: '活动' },
  { key: 'mine', word: '我报的' },
  { key: 'teams', word: '队伍' },
] as const
type Tab = (typeof tabs)[number]['key']

/** Dates to help at, teams to join, and what one did. */
export default function Volunteering() {
  const session = useSession()
  const district = useSite()?.district
  const [tab, setTab] = useState<Tab>('open')
  const org = session?.person.community?.code ?? district?.code
  return (
    <Page title="志愿服务" isRefreshable>
      {session ? <OwnFigures /> : <SignInPrompt detail="登录后可以加入队伍、报名活动" />}
      <Tabs label="志愿服务" tabs={tabs} active={tab} panelId="volunteering" onChange={setTab} />
      <Box id="volunteering" role="tabpanel" label={tabs.find(({ key }) => key === tab)?.word ?? ''}>
        {tab === 'open' && org !== undefined && <Activities query={{ view: 'open', org }} />}
        {tab === 'mine' &&
          (session ? (
            <Activities query={{ view: 'mine' }} />
          ) : (
            <Empty title="还没有登录" detail="登录后能看到你报的活动" />
          ))}
        {tab === 'teams' && org !== undefined && <Teams org={org} />}
      </Box>
    </Page>
  )
}

function Activities({ query }: { query: { view: 'open' | 'mine'; org?: string } }) {
  const now = useNow()
  const activities = usePages('activities.list', query)
  useReachBottom(activities.loadMore)
  return (
    <PagedList
      pages={activities}
      empty={
        query.view === 'mine' ? (
          <Empty title="你还没有报过活动" detail="先在“队伍”里加入一个队，再来报名" />
        ) : (
          <Empty title="近期没有活动" detail="队伍发了新活动会出现在这里" />
        )
      }
    >
      {(activity) => <ActivityCard activity={activity} now={now} />}
    </PagedList>
  )
}
