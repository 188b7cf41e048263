import { Box } from '@/components/box/box'
import { ElderToggle } from '@/components/elder/elder-toggle'
import { Link } from '@/components/link/link'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { ErrorState, Skeleton } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { useRemote } from '@/hooks/use-remote'
import { useMembership, useSignedIn } from '@/hooks/use-session'
import { greet } from '@/words/say-age'
import { Neighbours } from './neighbours'
import { NoticesEntry } from './notices-entry'
import { OpenOrders } from './open-orders'
import { TenThings, TenThingsOfDistrict } from './ten-things'
import { WhatItIs } from './what-it-is'
import { WorkbenchEntry } from './workbench-entry'
import styles from './index.module.scss'

/** What can I ask for, what about what I asked, what is new around me: all of it in one request. */
export default function Home() {
  const session = useSignedIn()
  const membership = useMembership()
  const query = membership ? { membershipId: membership.id } : {}
  const { data, problem, isLoading, reload } = useRemote('home.show', session ? { query } : null)
  const now = useNow()
  const person = session?.person
  return (
    <Page title="心办" tab="home" isRefreshable={session !== null}>
      <ElderToggle />
      <Link to={session ? 'community' : 'sign-in'} className={styles.community}>
        {person?.community?.name ?? '选择我的社区'}
        <Box as="span" className={styles.down} isHidden />
      </Link>
      <Box className={styles.top}>
        <Box as="p" className={styles.greeting}>
          {greet(now)}
          {data?.name && `，${data.name}`}
        </Box>
        {session && <NoticesEntry unread={data?.unread ?? 0} />}
      </Box>
      {session && <WorkbenchEntry counts={data?.counts} />}
      <Box className={styles.doors}>
        <Link to="catalogue" className={[styles.door, styles.main].join(' ')}>
          <Box as="span" className={styles.doorTitle}>
            我要点单
          </Box>
          <Box as="span" className={styles.doorDetail}>
            维修 · 代办 · 上门
          </Box>
        </Link>
        <Link to="new-order" query={{ kind: 'issue' }} className={styles.door}>
          <Box as="span" className={styles.doorTitle}>
            说件事
          </Box>
          <Box as="span" className={styles.doorDetail}>
            诉求 · 建议 · 心愿
          </Box>
        </Link>
        <Link to="halls" className={[styles.door, styles.second].join(' ')}>
          <Box as="span" className={styles.doorTitle}>
            我要预约
          </Box>
          <Box as="span" className={styles.doorDetail}>
            先约时间，不用排队
          </Box>
        </Link>
        <Link to="wishes" className={[styles.door, styles.second].join(' ')}>
          <Box as="span" className={styles.doorTitle}>
            心愿墙
          </Box>
          <Box as="span" className={styles.doorDetail}>
            帮邻居圆个小心愿
          </Box>
        </Link>
      </Box>
      <Link to="catalogue" query={{ search: 'now' }} className={styles.search}>
        找服务：老人补贴、开证明…
      </Link>
      {!session && <WhatItIs />}
      {!session && <SignInPrompt detail="登录后可以点单，也能看到办到哪一步了" />}
      {isLoading && <Skeleton cards={2} />}
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {data && <OpenOrders mine={data.mine} now={now} />}
      {data && <TenThings brief={data.tenThings} now={now} />}
      {!session && <TenThingsOfDistrict />}
      {data?.neighbours && <Neighbours orders={data.neighbours} />}
    </Page>
  )
}
