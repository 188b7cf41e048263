import { Box } from '@/components/box/box'
import { ElderToggle } from '@/components/elder/elder-toggle'
import { Link } from '@/components/link/link'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { useNow } from '@/hooks/use-now'
import { useSession } from '@/hooks/use-session'
import { greet } from '@/words/say-age'
import { Neighbours } from './neighbours'
import { OpenOrders } from './open-orders'
import { WorkbenchEntry } from './workbench-entry'
import styles from './index.module.scss'

export default function Home() {
  const session = useSession()
  const now = useNow()
  const person = session?.person
  return (
    <Page title="心办" tab="home">
      <ElderToggle />
      <Link to={session ? 'community' : 'sign-in'} className={styles.community}>
        {person?.community?.name ?? '选择我的社区'}
        <Box as="span" className={styles.down} isHidden />
      </Link>
      <Box as="p" className={styles.greeting}>
        {greet(now)}
      </Box>
      {session && <WorkbenchEntry />}
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
      </Box>
      <Link to="catalogue" query={{ search: 'now' }} className={styles.search}>
        找服务：老人补贴、开证明…
      </Link>
      {session ? <OpenOrders now={now} /> : <SignInPrompt detail="登录后可以点单，也能看到办到哪一步了" />}
      {person?.community && <Neighbours communityCode={person.community.code} />}
    </Page>
  )
}
