import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { PagedList } from '@/components/paged-list/paged-list'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { Tabs } from '@/components/tabs/tabs'
import { useNow } from '@/hooks/use-now'
import { usePages } from '@/hooks/use-pages'
import { usePolling } from '@/hooks/use-polling'
import { useSession } from '@/hooks/use-session'
import { open, usePageQuery } from '@/platform/navigation'
import { BookingCard } from './booking-card'
import { WaitCard } from './wait-card'

const tabs = [
  { key: 'open', word: '要去的' },
  { key: 'wait', word: '候补' },
  { key: 'over', word: '过去的' },
] as const
type TabKey = (typeof tabs)[number]['key']
const panelId = 'bookings-list'
const askAgainMs = 15_000

/** My bookings: those to come, what I wait for, and those that are over. */
export default function MyBookings() {
  const session = useSession()
  const asked = usePageQuery().tab
  const [tab, setTab] = useState<TabKey>(() => tabs.find(({ key }) => key === asked)?.key ?? 'open')
  return (
    <Page
      title="我的预约"
      isRefreshable={session !== null}
      {...(session && {
        footer: (
          <Button kind="primary" onPress={() => open('halls')}>
            再约一个
          </Button>
        ),
      })}
    >
      {!session && <SignInPrompt detail="登录后可以看到你约的时间，也能改时间、取消、签到" />}
      {session && (
        <>
          <Tabs label="哪些预约" tabs={tabs} active={tab} panelId={panelId} onChange={setTab} />
          <Box id={panelId} role="tabpanel" label="预约">
            {tab === 'wait' ? <Waits /> : <Bookings key={tab} when={tab} />}
          </Box>
        </>
      )}
    </Page>
  )
}

const nothing = {
  open: { title: '没有要去的预约', detail: '到大厅办事，先约个时间，不用排队' },
  over: { title: '还没有去过', detail: '办过的、取消的预约会在这里' },
} as const

function Bookings({ when }: { when: 'open' | 'over' }) {
  const now = useNow()
  const pages = usePages('bookings.list', { view: 'mine', when })
  useReachBottom(pages.loadMore)
  return (
    <PagedList pages={pages} empty={<Empty {...nothing[when]} />}>
      {(booking) => <BookingCard booking={booking} now={now} />}
    </PagedList>
  )
}

function Waits() {
  const now = useNow()
  const pages = usePages('waitlist.list', { state: 'open' })
  // An offer lasts but a while: it is seen without asking.
  usePolling(() => void pages.reload(), askAgainMs, pages.items.length > 0)
  useReachBottom(pages.loadMore)
  return (
    <PagedList
      pages={pages}
      empty={<Empty title="没有在候补的时间" detail="想要的时间约满了，可以候补：有人取消，就按先后轮到你" />}
    >
      {(entry) => <WaitCard entry={entry} now={now} onChanged={() => void pages.reload()} />}
    </PagedList>
  )
}
