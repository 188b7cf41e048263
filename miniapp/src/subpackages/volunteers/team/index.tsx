import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { useMembership, useSession } from '@/hooks/use-session'
import { runsTeams } from '@/words/desk-entries'
import { Desk } from './desk'
import { TeamsBelow } from './teams-below'

/** A team's own desk: its dates, who wants to join, what it says of itself. */
export default function TeamDesk() {
  const session = useSession()
  const membership = useMembership()
  return (
    <Page title="志愿队工作台" isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="志愿队的人登录后使用" />}
      {session && (!membership || !(runsTeams(membership.role) || membership.role === 'unit_staff')) && (
        <Empty title="这里给志愿队用" detail="有多个身份时，先到“我的”换成队伍的身份" />
      )}
      {membership && runsTeams(membership.role) && <TeamsBelow key={membership.org.code} org={membership.org} />}
      {membership?.role === 'unit_staff' && <Desk key={membership.org.code} team={membership.org} />}
    </Page>
  )
}
