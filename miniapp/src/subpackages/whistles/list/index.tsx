import { useState } from 'react'
import { useReachBottom } from '@tarojs/taro'
import type { Membership } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { PagedList } from '@/components/paged-list/paged-list'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { Tabs } from '@/components/tabs/tabs'
import { useNow } from '@/hooks/use-now'
import { usePages } from '@/hooks/use-pages'
import { useMembership, useSession } from '@/hooks/use-session'
import { open } from '@/platform/navigation'
import { seesWhistles } from '@/words/desk-entries'
import { viewsOf, type ListView } from './views'
import { WhistleCard } from './whistle-card'
import styles from './index.module.scss'

/** Whistles of one membership: a street's own, a department's, or those that the district looks after. */
export default function Whistles() {
  const session = useSession()
  const membership = useMembership()
  const isTheirs = membership !== undefined && membership !== null && seesWhistles(membership.role)
  return (
    <Page title="吹哨报到" isWide isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="街道、部门和区里登录后可以看" />}
      {session && isTheirs && <WhistleList key={membership.id} membership={membership} />}
      {session && !isTheirs && (
        <Empty title="吹哨报到给街道、部门和区里看" detail="社区办不了的事，请先报给街道，由街道吹哨" />
      )}
    </Page>
  )
}

function WhistleList({ membership: { id: membershipId, role } }: { membership: Membership }) {
  const now = useNow()
  const views = viewsOf(role)
  const [key, setKey] = useState<ListView['key']>(views[0].key)
  const view = views.find((candidate) => candidate.key === key) ?? views[0]
  const whistles = usePages('whistles.list', { membershipId, view: view.view, open: view.isOver ? 'false' : 'true' })
  useReachBottom(whistles.loadMore)
  return (
    <>
      {role === 'street_staff' && (
        <Box className={styles.top}>
          <Box as="p" className={styles.lead}>
            街道一家办不了的事，吹哨请部门到场一起办。
          </Box>
          <Button kind="primary" className={styles.blow} onPress={() => open('blow-whistle')}>
            吹哨
          </Button>
        </Box>
      )}
      <Tabs label="看哪些哨" tabs={views} active={view.key} panelId="whistles" onChange={setKey} />
      <Box id="whistles" className={styles.panel}>
        <PagedList pages={whistles} empty={<Empty title={view.empty} detail={view.hint} />} isInColumns>
          {(whistle) => <WhistleCard whistle={whistle} now={now} />}
        </PagedList>
      </Box>
    </>
  )
}
