import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { useMembership, useSession } from '@/hooks/use-session'
import { Workbench } from './workbench'

export default function Queue() {
  const session = useSession()
  const membership = useMembership()
  return (
    <Page title="工作台" isFull isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="工作人员登录后进入工作台" />}
      {session && !membership && (
        <Empty title="你还没有工作身份" detail="如果你是社区、街道或单位的工作人员，请联系管理员开通" />
      )}
      {membership && <Workbench key={membership.id} membership={membership} />}
    </Page>
  )
}
