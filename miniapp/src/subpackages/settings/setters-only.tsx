import type { ReactNode } from 'react'
import type { OrgRef } from '@xinban/shared/contracts'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { useMembership, useSession } from '@/hooks/use-session'
import { setsRules } from '@/words/desk-entries'

/** For the district's administrator; everyone else is told who that is. The server decides in the end. */
export function SettersOnly({ children }: { children: (district: OrgRef) => ReactNode }) {
  const session = useSession()
  const membership = useMembership()
  if (!session) return <SignInPrompt detail="区管理员登录后可以设置" />
  if (!membership || !setsRules(membership.role)) {
    return (
      <Empty title="这里由区管理员设置" detail="要改工作日或办理时限，请联系区管理员。有多个身份时，先到“我的”换身份" />
    )
  }
  return children(membership.org)
}
