import { useState } from 'react'
import type { Membership } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { Tabs } from '@/components/tabs/tabs'
import { useMembership, useSession } from '@/hooks/use-session'
import { writesPledges } from '@/words/pledge-entries'
import { CommentQueue } from './comment-queue'
import { NeedQueue } from './need-queue'
import { Plan } from './plan'

/** The year's ten things for those who write, deliver and review them. */
export default function PledgeDesk() {
  const session = useSession()
  const membership = useMembership()
  return (
    <Page title="实事工作台" isWide isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="社区、街道和区里的工作人员登录后使用" />}
      {session && (!membership || !writesPledges(membership.role)) && (
        <Empty title="这里给工作人员用" detail="有多个身份时，先到“我的”换成社区、街道或区里的身份" />
      )}
      {membership && writesPledges(membership.role) && <Desk key={membership.id} membership={membership} />}
    </Page>
  )
}

const tabs = [
  { key: 'plan', word: '清单和进展' },
  { key: 'needs', word: '待答复需求' },
  { key: 'comments', word: '待审留言' },
] as const
type Tab = (typeof tabs)[number]['key']

function Desk({ membership }: { membership: Membership }) {
  const [tab, setTab] = useState<Tab>('plan')
  return (
    <>
      <Tabs label="实事工作" tabs={tabs} active={tab} panelId="pledge-desk" onChange={setTab} />
      <Box id="pledge-desk" role="tabpanel" label={tabs.find(({ key }) => key === tab)?.word ?? ''}>
        {tab === 'plan' && <Plan membership={membership} />}
        {tab === 'needs' && <NeedQueue membership={membership} />}
        {tab === 'comments' && <CommentQueue membership={membership} />}
      </Box>
    </>
  )
}
