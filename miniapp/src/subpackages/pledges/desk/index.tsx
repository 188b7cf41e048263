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
import { Overview } from './overview/overview'
import { Plan } from './plan'
import { ReviewQueue } from './review-queue'

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

const allTabs = [
  { key: 'overview', word: '各社区一表', levels: ['district', 'street'] },
  { key: 'plan', word: '清单和进展' },
  { key: 'review', word: '待核实', levels: ['district', 'street'] },
  { key: 'needs', word: '待答复需求' },
  { key: 'comments', word: '待审留言' },
] as const satisfies readonly { key: string; word: string; levels?: readonly string[] }[]
type Tab = (typeof allTabs)[number]['key']

function Desk({ membership }: { membership: Membership }) {
  const { level } = membership.org
  const tabs = allTabs.filter((tab) => !('levels' in tab) || tab.levels.some((one) => one === level))
  const [tab, setTab] = useState<Tab>(level === 'district' ? 'overview' : 'plan')
  return (
    <>
      <Tabs label="实事工作" tabs={tabs} active={tab} panelId="pledge-desk" onChange={setTab} />
      <Box id="pledge-desk" role="tabpanel" label={tabs.find(({ key }) => key === tab)?.word ?? ''}>
        {tab === 'plan' && <Plan membership={membership} />}
        {tab === 'overview' && <Overview membership={membership} />}
        {tab === 'review' && <ReviewQueue membership={membership} />}
        {tab === 'needs' && <NeedQueue membership={membership} />}
        {tab === 'comments' && <CommentQueue membership={membership} />}
      </Box>
    </>
  )
}
